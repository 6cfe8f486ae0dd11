/** How a Word document is set. Read only when somebody asks: the main part is gone through a second time for it. */
import type { WordPackage } from '../../../../base/package/word.js';
import type { InflationBudget } from '../../../../base/package/zip.js';
import { firstChild } from '../../../../base/xml/children.js';
import { elementEnd, tags } from '../../../../base/xml/tags.js';
import type { LaidParagraph, LaidTable, LaidText, Layout, TextLook } from '../../../../form/model/layout.js';
import { readBody } from '../body.js';
import { newTrace, type TracedParagraph, type TracedText } from '../trace.js';
import { type Formats, paragraphFormat, paragraphSetting, textLook } from './look.js';
import { gridPitch, pagesOf, relatedText, sectionsOf } from './pages.js';
import { NOTHING, type Properties, propertiesIn } from './properties.js';
import { readFormatStyles, readListIndents, readThemeFonts } from './styles.js';
import { tablesOf } from './tables.js';

/** Bytes that theme, settings and footers may inflate to; those of real documents are below 100 kB. */
const MAX_INFLATED = 4 * 1024 * 1024;

/** Reads how a document is set. @throws InputError when a part cannot be read. */
export function readLayout(source: WordPackage): Layout {
  const { main } = source;
  const budget: InflationBudget = { left: MAX_INFLATED };
  const trace = newTrace();
  readBody(source, trace);
  const formats: Formats = {
    styles: readFormatStyles(source.styles),
    lists: readListIndents(source.numbering),
    theme: readThemeFonts(relatedText(source, ({ type }) => type === 'theme', budget)),
  };
  const sections = sectionsOf(main);
  const tables = tablesOf(main);
  const propertiesAt = propertiesOnce(main);
  const look = lookOnce(formats);
  const paragraphs = new Map<number, LaidParagraph>();
  for (const [ordinal, traced] of trace.paragraphs) {
    if (paragraphs.has(traced.start) || traced.text === '') continue;
    const own = traced.selfClosed ? NOTHING : ownProperties(main, traced, propertiesAt);
    const style = own.get('pStyle')?.['val'];
    const texts = traced.texts.flatMap((text) => laidText(text, (properties) => look(style, properties), propertiesAt));
    const section = sections.find(({ start }) => start >= traced.start) ?? sections.at(-1);
    paragraphs.set(traced.start, {
      place: { paragraph: ordinal, offset: traced.start },
      texts,
      ...paragraphSetting(paragraphFormat(formats, own), sizeOf(texts), section && gridPitch(section)),
      inTable: tables.some(({ start, end }) => start < traced.start && traced.start < end),
    });
  }
  const placed = tables.map((table): LaidTable => ({ ...table, place: placeOfFirst(table, paragraphs) }));
  return { pages: pagesOf(source, sections, formats, budget), paragraphs, tables: placed };
}

/** Where the first text of a table stands. */
function placeOfFirst({ start, end, place }: LaidTable, paragraphs: ReadonlyMap<number, LaidParagraph>): LaidTable['place'] {
  for (const [offset, paragraph] of paragraphs) if (offset > start && offset < end) return paragraph.place;
  return place;
}

type PropertiesAt = (start: number, end: number) => Properties;

/** The same few properties are written again and again: each text of them is read once. */
function propertiesOnce(main: string): PropertiesAt {
  const known = new Map<string, Properties>();
  return (start, end) => {
    const element = main.slice(start, end);
    const tag = tags(element).next().value;
    const found = known.get(element) ?? (tag ? propertiesIn(element, tag) : NOTHING);
    known.set(element, found);
    return found;
  };
}

function lookOnce(formats: Formats): (style: string | undefined, own: Properties) => TextLook {
  const known = new Map<string | undefined, Map<Properties, TextLook>>();
  return (style, own) => {
    const ofStyle = known.get(style) ?? new Map<Properties, TextLook>();
    known.set(style, ofStyle);
    const look = ofStyle.get(own) ?? textLook(formats, style, own);
    ofStyle.set(own, look);
    return look;
  };
}

function ownProperties(main: string, { start }: TracedParagraph, propertiesAt: PropertiesAt): Properties {
  const paragraph = tags(main, start).next().value;
  const properties = paragraph && firstChild(main, paragraph, 'pPr');
  return properties ? propertiesAt(properties.start, elementEnd(main, properties)) : NOTHING;
}

/** The pieces of a text that one run holds; what no run holds has the look of its paragraph. */
function laidText({ text, run }: TracedText, look: (own: Properties) => TextLook, propertiesAt: PropertiesAt): readonly LaidText[] {
  if (text === '') return [];
  const own = run?.children.find(({ kind }) => kind === 'properties');
  return [{ text, look: look(own ? propertiesAt(own.start, own.end) : NOTHING), run: run && !run.inserted ? run.start : undefined }];
}

/** The size of most of the text. */
function sizeOf(texts: readonly LaidText[]): number {
  const lengths = new Map<number, number>();
  for (const { text, look } of texts) lengths.set(look.size, (lengths.get(look.size) ?? 0) + text.length);
  return [...lengths].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 16;
}
