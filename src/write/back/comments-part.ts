/** The comments of a Word package: taking our own out, putting new ones in, leaving everybody else's alone. */
import { addPart, type PackageEdit, removePart } from '../../base/package/package-edit.js';
import { appendToRoot, applyEdits, attributeOf, elementEnd, escapeText, rootPrefix, rootTag, type Tag, type TextEdit, tags } from '../../base/xml/tags.js';
import { COMMENT_AUTHOR, isOwnCommentAuthor } from '../../read/formats/docx/own.js';

const RELATION_ID = 'rIdGovReport';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** A comment to be written: its paragraphs as plain text. */
export interface NewComment {
  readonly id: number;
  readonly paragraphs: readonly string[];
}

/** The namespace of WordprocessingML that the main part uses, and how its elements and attributes are written there. */
export interface Vocabulary {
  readonly namespace: string;
  /** A tag such as `commentRangeStart` with its attributes, self-closed or open. */
  tag(name: string, attributes: Readonly<Record<string, string>>, open?: boolean): string;
  end(name: string): string;
}

/** How the main part writes WordprocessingML. Where its own prefix will not do for attributes, every tag declares one. */
export function vocabularyOf(main: string): Vocabulary {
  const prefix = rootPrefix(main);
  const root = rootTag(main);
  const declared = [...main.matchAll(/\sxmlns:([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)];
  const own = prefix === '' ? (/\sxmlns\s*=\s*["']([^"']*)["']/.exec(root.attributes)?.[1] ?? TRANSITIONAL) : undefined;
  const bound = declared.filter(([, name]) => `${name}:` === prefix).map(([, , double, single]) => double ?? single ?? '');
  const namespace = own ?? bound[0] ?? TRANSITIONAL;
  const plain = prefix !== '' && bound.every((uri) => uri === namespace);
  const used = plain ? prefix : 'w:';
  const declaration = plain ? '' : ` xmlns:w="${namespace}"`;
  return {
    namespace,
    tag: (name, attributes, open = false) =>
      `<${used}${name}${declaration}${Object.entries(attributes)
        .map(([key, value]) => ` ${key.includes(':') ? key : used + key}="${escapeText(value).replace(/"/g, '&quot;')}"`)
        .join('')}${open ? '>' : '/>'}`,
    end: (name) => `</${used}${name}>`,
  };
}

function elements(xml: string, name: string): readonly { readonly tag: Tag; readonly end: number }[] {
  return [...tags(xml)].filter((tag) => tag.name === name && tag.kind !== 'close').map((tag) => ({ tag, end: elementEnd(xml, tag) }));
}

/** Whether there is a comment of our own. */
export function hasOwnComments(edit: PackageEdit): boolean {
  const part = edit.related('comments');
  const xml = part && edit.text(part.name);
  return xml !== undefined && elements(xml, 'comment').some(({ tag }) => isOwnCommentAuthor(attributeOf(tag, 'author')));
}

/** Takes away every comment of our own with its marks; the paragraphs' text stays. Runs that we split stay split. */
export function removeOwnComments(edit: PackageEdit): void {
  const part = edit.related('comments');
  const xml = part && edit.text(part.name);
  if (!part || xml === undefined) return;
  const own = elements(xml, 'comment').filter(({ tag }) => isOwnCommentAuthor(attributeOf(tag, 'author')));
  if (own.length > 0) {
    const ids = new Set(own.map(({ tag }) => attributeOf(tag, 'id') ?? ''));
    edit.set(edit.mainName, applyEdits(edit.text(edit.mainName)!, marksOf(edit.text(edit.mainName)!, ids)));
    forget(
      edit,
      own.flatMap(({ tag, end }) => /\sw14:paraId="([0-9A-Fa-f]+)"/g.exec(xml.slice(tag.start, end))?.[1] ?? []),
    );
    const left = applyEdits(
      xml,
      own.map(({ tag, end }) => ({ start: tag.start, end, text: '' })),
    );
    edit.set(part.name, left);
  }
  if (part.id.startsWith(RELATION_ID) && elements(edit.text(part.name)!, 'comment').length === 0) removePart(edit, part.name, part.id);
}

/** The changes that take the marks of these comments out of a text: a run that is nothing but a reference goes as a whole. */
function marksOf(xml: string, ids: ReadonlySet<string>): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  let run: { readonly start: number; others: number } | undefined;
  let reference: Tag | undefined;
  let properties = 0;
  for (const tag of tags(xml)) {
    if ((tag.name === 'commentRangeStart' || tag.name === 'commentRangeEnd') && tag.kind !== 'close' && ids.has(attributeOf(tag, 'id') ?? '')) {
      edits.push({ start: tag.start, end: elementEnd(xml, tag), text: '' });
    } else if (tag.name === 'r' && tag.kind === 'open') {
      run = { start: tag.start, others: 0 };
      reference = undefined;
    } else if (tag.name === 'r' && tag.kind === 'close' && run) {
      if (reference && run.others === 0) edits.push({ start: run.start, end: tag.end, text: '' });
      else if (reference) edits.push({ start: reference.start, end: elementEnd(xml, reference), text: '' });
      run = undefined;
    } else if (tag.name === 'rPr') properties += tag.kind === 'open' ? 1 : tag.kind === 'close' ? -1 : 0;
    else if (tag.name === 'commentReference' && tag.kind !== 'close' && ids.has(attributeOf(tag, 'id') ?? '')) reference = tag;
    else if (run && properties === 0 && tag.kind !== 'close' && tag.name !== 'commentReference') run.others += 1;
  }
  return edits;
}

/** Word keeps more about a comment in further parts, by the id of its paragraph: what is about our own goes, answers to it stand alone. */
function forget(edit: PackageEdit, paragraphs: readonly string[]): void {
  if (paragraphs.length === 0) return;
  for (const [type, name] of [
    ['commentsExtended', 'commentEx'],
    ['commentsIds', 'commentId'],
  ] as const) {
    const part = edit.related(type);
    const xml = part && edit.text(part.name);
    if (!part || xml === undefined) continue;
    const edits = elements(xml, name).flatMap(({ tag, end }): readonly TextEdit[] => {
      if (paragraphs.includes(attributeOf(tag, 'paraId') ?? '')) return [{ start: tag.start, end, text: '' }];
      if (!paragraphs.includes(attributeOf(tag, 'paraIdParent') ?? '')) return [];
      const text = xml.slice(tag.start, tag.end).replace(/\s(?:[^\s=:]+:)?paraIdParent\s*=\s*(?:"[^"]*"|'[^']*')/, '');
      return [{ start: tag.start, end: tag.end, text }];
    });
    if (edits.length > 0) edit.set(part.name, applyEdits(xml, edits));
  }
}

/** The first id that no comment of the package has. */
export function nextCommentId(edit: PackageEdit): number {
  const part = edit.related('comments');
  const ids = [
    ...elements((part && edit.text(part.name)) ?? '', 'comment'),
    ...['commentRangeStart', 'commentRangeEnd', 'commentReference'].flatMap((name) => elements(edit.text(edit.mainName)!, name)),
  ].map(({ tag }) => Number(attributeOf(tag, 'id')));
  return Math.max(-1, ...ids.filter(Number.isSafeInteger)) + 1;
}

/** Adds comments, and the part for them where there is none. Their marks in the text are the caller's. */
export function addComments(edit: PackageEdit, comments: readonly NewComment[]): void {
  if (comments.length === 0) return;
  const part = edit.related('comments');
  const found = part && edit.text(part.name);
  // A part without a root element is as good as none.
  const present = found !== undefined && elements(found, 'comments').length > 0 ? found : undefined;
  const main = vocabularyOf(edit.text(edit.mainName)!);
  const words = present === undefined ? main : vocabularyOf(present);
  const content = comments.map((comment) => commentXml(comment, words)).join('');
  if (part && present !== undefined) {
    edit.set(part.name, appendToRoot(present, content));
    return;
  }
  const strict = main.namespace.startsWith('http://purl.oclc.org/');
  const folder = edit.mainName.slice(0, edit.mainName.lastIndexOf('/') + 1);
  const name = edit.text(`${folder}comments.xml`) === undefined ? `${folder}comments.xml` : `${folder}comments-gov-report.xml`;
  const type = `${strict ? 'http://purl.oclc.org/ooxml' : 'http://schemas.openxmlformats.org'}/officeDocument${strict ? '' : '/2006'}/relationships/comments`;
  const own = vocabularyOf(`<w:comments xmlns:w="${main.namespace}"/>`);
  addPart(edit, {
    // A relationship may lead to a part that was lost.
    ...(part ? { name: part.name } : { name, relation: { id: RELATION_ID, type } }),
    type: TYPE,
    xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${main.namespace}">${comments.map((comment) => commentXml(comment, own)).join('')}</w:comments>`,
  });
}

function commentXml({ id, paragraphs }: NewComment, { tag, end }: Vocabulary): string {
  const body = paragraphs.map(
    (text) => `${tag('p', {}, true)}${tag('r', {}, true)}${tag('t', { 'xml:space': 'preserve' }, true)}${escapeText(text)}${end('t')}${end('r')}${end('p')}`,
  );
  return `${tag('comment', { id: String(id), author: COMMENT_AUTHOR, initials: 'gr' }, true)}${body.join('')}${end('comment')}`;
}
