/** Follows the text of an OpenDocument file and composes what it shows (ODF 1.3, part 3). */
import { NS, UNKNOWN, X } from '../../../base/xml/names.js';
import { tooLarge } from '../../../base/xml/refusals.js';
import { attribute, child, passOver, plain, type Scanner, skip } from '../../../base/xml/scanner.js';
import { COMMENT, type Marks, PICTURE, paragraphXml, runXml, textBoxXml } from '../docx/compose.js';
import { wholeNumber } from '../docx/numbering.js';
import { beginItem, type OpenList, openList, outline } from './lists.js';
import { E, ON, T } from './names.js';
import { counted, type Reader } from './reader.js';
import { styleOf } from './styles.js';
import { readTable } from './table.js';

/** Blanks that one element may stand for. */
const MOST_BLANKS = 1000;

/** The blocks in the element entered last. */
export function readBlocks(reader: Reader, list?: OpenList): string {
  let blocks = '';
  for (let id = child(reader.s); id !== 0; id = child(reader.s)) blocks += readBlock(reader, id, list);
  return blocks;
}

function readBlock(reader: Reader, id: number, list: OpenList | undefined): string {
  const { s } = reader;
  switch (id) {
    case T.p:
    case T.h:
      return readParagraph(reader, id === T.h, list);
    case T.list:
      return readList(reader, list);
    case E.table:
      return readTable(reader, readBlocks);
    case T['tracked-changes']:
      readChanges(reader);
      return '';
    case T.section:
      if (attribute(s, ON.text, 'display') === 'none') break;
      return readBlocks(reader, list);
    case T['index-body']:
    case T['index-title']:
    case T['numbered-paragraph']:
      return readBlocks(reader, list);
    case E.frame:
      return counted(reader, paragraphXml(readInline(reader, id, {})));
    case T['change-start']:
    case T['change-end']:
      markChange(reader, id === T['change-start']);
      break;
    case T.change: {
      const text = reader.deleted.get(attribute(s, ON.text, 'change-id') ?? '');
      skip(s);
      return text === undefined ? '' : counted(reader, paragraphXml(runXml(text, { change: 'deleted' }), undefined, { change: 'deleted' }));
    }
    default:
      // An index stands in an element of its own kind; all else that holds blocks is known by name.
      if (id === UNKNOWN) return readIndex(reader, list);
  }
  skip(s);
  return '';
}

/** Contents of an element without a name of ours: of an index its body is shown. */
function readIndex(reader: Reader, list: OpenList | undefined): string {
  let blocks = '';
  for (let id = child(reader.s); id !== 0; id = child(reader.s)) {
    if (id === T['index-body']) blocks += readBlocks(reader, list);
    else skip(reader.s);
  }
  return blocks;
}

function readList(reader: Reader, outer: OpenList | undefined): string {
  const { s, lists } = reader;
  const list = openList(lists, outer, {
    style: attribute(s, ON.text, 'style-name'),
    id: attribute(s, NS.xml, 'id'),
    after: attribute(s, ON.text, 'continue-list'),
    goesOn: attribute(s, ON.text, 'continue-numbering') === 'true',
  });
  let blocks = '';
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === T['list-item']) {
      beginItem(lists, list, wholeNumber(attribute(s, ON.text, 'start-value')));
      blocks += readBlocks(reader, list);
    } else if (id === T['list-header']) {
      list.fresh = false;
      blocks += readBlocks(reader, list);
    } else skip(s);
  }
  return blocks;
}

function readParagraph(reader: Reader, heading: boolean, list: OpenList | undefined): string {
  const { s, styles } = reader;
  const style = attribute(s, ON.text, 'style-name');
  const hidden = styleOf(styles, 'paragraph', style, 'hidden') === true;
  const level = (wholeNumber(attribute(s, ON.text, 'outline-level')) ?? 1) - 1;
  const header = attribute(s, ON.text, 'is-list-header') === 'true';
  const marks: Marks = { hidden };
  const runs = readInlines(reader, marks);
  const number = header ? undefined : numberOf(reader, heading ? level : undefined, list);
  return counted(reader, paragraphXml(runs, number, { hidden, ...changeOf(reader) }));
}

/** What the changes that are open make of the text here. */
function changeOf({ open, deleted }: Reader): Pick<Marks, 'change'> {
  if (open.size === 0) return {};
  for (const id of open) if (deleted.has(id)) return { change: 'deleted' };
  return { change: 'inserted' };
}

function numberOf(reader: Reader, level: number | undefined, list: OpenList | undefined): { readonly id: number; readonly level: number } | undefined {
  if (list) {
    const { fresh, counted: of } = list;
    list.fresh = false;
    return fresh ? { id: of.id, level: list.level } : undefined;
  }
  if (level === undefined || level < 0 || level > 8 || !reader.styles.lists.get('')?.some(({ text }) => text !== '')) return undefined;
  return { id: outline(reader.lists).id, level };
}

/** The runs in the element entered last: its text, white space collapsed (ODF 1.3, part 3, 6.1.2), and its children. */
export function readInlines(reader: Reader, marks: Marks): string {
  const { s } = reader;
  let runs = '';
  let text = '';
  const end = (): void => {
    if (text !== '') runs += counted(reader, runXml(text, { ...marks, ...changeOf(reader) }));
    text = '';
  };
  for (;;) {
    text += characters(s);
    const id = child(s);
    const sign = id === T.s || id === T.tab || id === T['line-break'] ? signOf(s, id) : undefined;
    if (sign !== undefined) {
      text += sign;
      skip(s);
      continue;
    }
    end();
    if (id === 0) return runs;
    runs += readInline(reader, id, marks);
  }
}

/** The character data in front of the next child of the open element; none when the element is empty. */
function characters(s: Scanner): string {
  if (s.selfClosed) return '';
  const { xml } = s;
  let text = '';
  for (;;) {
    const lt = xml.indexOf('<', s.pos);
    if (lt === -1) return text;
    text += plain(s, s.pos, lt);
    s.pos = lt;
    const code = xml.charCodeAt(lt + 1);
    if (code !== 33 && code !== 63) return text.replace(/[ \t\r\n]+/g, ' ').replaceAll('\u2011', '-');
    if (xml.startsWith('<![CDATA[', lt)) text += xml.slice(lt + 9, Math.max(lt + 9, xml.indexOf(']]>', lt)));
    s.pos = passOver(s, lt);
  }
}

function signOf(s: Scanner, id: number): string {
  if (id === T.tab) return '\t';
  if (id === T['line-break']) return '\n';
  return ' '.repeat(Math.max(1, Math.min(MOST_BLANKS, wholeNumber(attribute(s, ON.text, 'c')) ?? 1)));
}

function readInline(reader: Reader, id: number, marks: Marks): string {
  const { s } = reader;
  switch (id) {
    case T.span: {
      const hidden = styleOf(reader.styles, 'text', attribute(s, ON.text, 'style-name'), 'hidden');
      return readInlines(reader, hidden === undefined ? marks : { ...marks, hidden });
    }
    case T.note:
    case T['tracked-changes']:
    case E['annotation-end']:
    case T['soft-page-break']:
    case T['page-number']:
    case T['page-count']:
      break;
    case E.annotation:
      skip(s);
      return counted(reader, COMMENT);
    case T['hidden-text']:
    case T['hidden-paragraph']:
      return readInlines(reader, { ...marks, hidden: true });
    case T['change-start']:
    case T['change-end']:
      markChange(reader, id === T['change-start']);
      break;
    case T.change: {
      const text = reader.deleted.get(attribute(s, ON.text, 'change-id') ?? '');
      skip(s);
      return text === undefined ? '' : counted(reader, runXml(text, { change: 'deleted' }));
    }
    case T.ruby:
      return readRuby(reader, marks);
    case E.image:
      skip(s);
      return counted(reader, PICTURE);
    case E.object:
      break;
    case E['text-box']:
      return counted(reader, textBoxXml(readBlocks(reader)));
    case E.frame:
      return readFrame(reader, marks);
    case T.p:
    case T.h:
    case T.list:
    case E.table:
      return counted(reader, textBoxXml(readBlock(reader, id, undefined)));
    default:
      return readInlines(reader, marks);
  }
  skip(s);
  return '';
}

/** A frame offers one content in several forms, the best first; text is better than its picture. */
function readFrame(reader: Reader, marks: Marks): string {
  const { s } = reader;
  let shown = '';
  for (let id = child(s); id !== 0; id = child(s)) {
    if (shown !== '' || !(id === E['text-box'] || id === E.image || id === X.processed)) skip(s);
    else shown = readInline(reader, id, marks);
  }
  return shown;
}

function readRuby(reader: Reader, marks: Marks): string {
  let runs = '';
  for (let id = child(reader.s); id !== 0; id = child(reader.s)) {
    if (id === T['ruby-base']) runs += readInlines(reader, marks);
    else skip(reader.s);
  }
  return runs;
}

function markChange(reader: Reader, begins: boolean): void {
  const id = attribute(reader.s, ON.text, 'change-id') ?? '';
  if (!reader.inserting.has(id) && !reader.deleted.has(id)) return;
  if (begins) reader.open.add(id);
  else reader.open.delete(id);
}

/** The list of changes: the numbers of insertions, and what deletions took away. */
function readChanges(reader: Reader): void {
  const { s } = reader;
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id !== T['changed-region']) {
      skip(s);
      continue;
    }
    const number = attribute(s, ON.text, 'id') ?? attribute(s, NS.xml, 'id') ?? '';
    if (reader.deleted.size + reader.inserting.size > 50_000) throw tooLarge('修订', 'tracked changes');
    for (let kind = child(s); kind !== 0; kind = child(s)) {
      if (kind === T.insertion) reader.inserting.add(number);
      if (kind === T.deletion) reader.deleted.set(number, deletedText(s));
      else skip(s);
    }
  }
}

function deletedText(s: Scanner): string {
  const texts: string[] = [];
  for (let id = child(s); id !== 0; id = child(s)) {
    if (id === T.p || id === T.h) texts.push(deepText(s));
    else skip(s);
  }
  return texts.join('\n').slice(0, 1000);
}

function deepText(s: Scanner): string {
  let text = '';
  for (;;) {
    text += characters(s);
    if (child(s) === 0) return text;
    text += deepText(s);
  }
}
