/** Settings of runs and paragraphs changed as formatting changes that a person accepts or rejects (ISO/IEC 29500-1, 17.13.5.29 and 17.13.5.31). */
import { editPackage } from '../../base/package/package-edit.js';
import type { WordPackage } from '../../base/package/word.js';
import { childrenOf, firstChild } from '../../base/xml/children.js';
import { applyEdits, elementEnd, type Tag, type TextEdit, tags } from '../../base/xml/tags.js';
import type { FoundFormatting } from '../../judge/engine.js';
import { OWN_AUTHOR } from '../../read/formats/docx/own.js';
import { type Vocabulary, vocabularyOf } from './comments-part.js';
import { firstFreeId } from './fix-docx.js';

type Set = FoundFormatting['set'];

/** The order in which the schema wants what is written here, and what may stand behind it. */
const RUN_ORDER =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath rPrChange'.split(
    ' ',
  );
const PARAGRAPH_ORDER =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'.split(
    ' ',
  );
/** What of a paragraph's properties is no setting of its own, and is not repeated in the change. */
const APART = new Set(['rPr', 'sectPr', 'pPrChange']);

/** A direct child of the properties, as it stands. */
interface Piece {
  readonly name: string;
  readonly xml: string;
}

/** The document with these settings, and how many runs and paragraphs are set anew. Those that hold a recorded change of somebody else are left. */
export function formatDocx(source: WordPackage, formatting: readonly FoundFormatting[]): { readonly bytes: Uint8Array; readonly count: number } {
  const edit = editPackage(source);
  const { main } = source;
  const words = vocabularyOf(main);
  const wanted = new Map<number, { readonly of: FoundFormatting['of']; set: Set }>();
  for (const { at, of, set } of formatting) wanted.set(at, { of, set: { ...wanted.get(at)?.set, ...set } });
  let id = firstFreeId(main);
  const edits: TextEdit[] = [];
  for (const [at, { of, set }] of wanted) {
    const element = tags(main, at).next().value;
    if (element?.start !== at || element.kind !== 'open' || element.name !== (of === 'run' ? 'r' : 'p')) continue;
    const change = of === 'run' ? runEdit(main, element, set, words, id) : paragraphEdit(main, element, set, words, id);
    if (!change) continue;
    edits.push(change);
    id += 1;
  }
  edit.set(source.mainName, applyEdits(main, edits));
  return { bytes: edits.length === 0 ? source.archive.bytes : edit.finish(), count: edits.length };
}

function runEdit(main: string, run: Tag, set: Set, words: Vocabulary, id: number): TextEdit | undefined {
  const { size, font, plain } = set;
  return settingEdit(main, run, 'rPr', RUN_ORDER, words, id, (before) => [
    ...(font === undefined ? [] : [{ name: 'rFonts', xml: withAttributes(before, 'rFonts', /eastAsia(?:Theme)?/, { eastAsia: font }, words) }]),
    ...(plain
      ? [
          { name: 'color', xml: words.tag('color', { val: 'auto' }) },
          { name: 'highlight', xml: '' },
          { name: 'shd', xml: '' },
        ]
      : []),
    ...(size === undefined ? [] : ['sz', 'szCs'].map((name) => ({ name, xml: words.tag(name, { val: String(2 * size) }) }))),
  ]);
}

function paragraphEdit(main: string, paragraph: Tag, { line, indent }: Set, words: Vocabulary, id: number): TextEdit | undefined {
  return settingEdit(main, paragraph, 'pPr', PARAGRAPH_ORDER, words, id, (before) => [
    ...(line === undefined
      ? []
      : [{ name: 'spacing', xml: withAttributes(before, 'spacing', /line(?:Rule)?/, { line: String(Math.round(20 * line)), lineRule: 'exact' }, words) }]),
    ...(indent === undefined
      ? []
      : [{ name: 'ind', xml: withAttributes(before, 'ind', /(?:firstLine|hanging)(?:Chars)?/, { firstLineChars: String(Math.round(100 * indent)) }, words) }]),
  ]);
}

/** Puts the new settings among the old and the old ones into the change; undefined where a change is recorded already. */
function settingEdit(
  main: string,
  element: Tag,
  name: 'rPr' | 'pPr',
  order: readonly string[],
  words: Vocabulary,
  id: number,
  make: (before: readonly Piece[]) => readonly Piece[],
): TextEdit | undefined {
  const properties = firstChild(main, element, name);
  const before = properties ? piecesOf(main, properties) : [];
  if (before.some((piece) => piece.name === `${name}Change`)) return undefined;
  const made = make(before);
  const kept = before.filter((piece) => !made.some((other) => other.name === piece.name));
  const after = [...kept, ...made].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const old = before.filter((piece) => !APART.has(piece.name));
  const change = `${words.tag(`${name}Change`, { id: String(id), author: OWN_AUTHOR }, true)}${words.tag(name, {}, true)}${joined(old)}${words.end(name)}${words.end(`${name}Change`)}`;
  const text = `${words.tag(name, {}, true)}${joined(after)}${change}${words.end(name)}`;
  return properties ? { start: properties.start, end: elementEnd(main, properties), text } : { start: element.end, end: element.end, text };
}

const joined = (pieces: readonly Piece[]): string => pieces.map(({ xml }) => xml).join('');

function piecesOf(main: string, properties: Tag): readonly Piece[] {
  return [...childrenOf(main, properties)].map((tag) => ({ name: tag.name, xml: main.slice(tag.start, elementEnd(main, tag)) }));
}

/** The element of a name with its attributes but for those that are replaced. */
function withAttributes(before: readonly Piece[], name: string, replaced: RegExp, attributes: Readonly<Record<string, string>>, words: Vocabulary): string {
  const old = before.find((piece) => piece.name === name);
  const own = words.tag(name, attributes);
  const known = old === undefined ? undefined : tags(old.xml).next().value;
  if (!known) return own;
  const kept = known.attributes.replace(new RegExp(`\\s+(?:[^\\s=:]+:)?(?:${replaced.source})\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'), '');
  return own.replace(/\s*\/>$/, `${kept}/>`);
}
