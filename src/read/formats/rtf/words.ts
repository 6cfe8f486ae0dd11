/** Control words that are characters, and groups that are no text of the document. */

/** Control words and symbols that stand for text. */
export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['page', '\n'],
  ['column', '\n'],
  ['softline', '\n'],
  ['~', '\u00a0'],
  ['_', '-'],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
]);

/** Groups that are passed over whole: what stands at the edges of pages, notes, properties, second copies of pictures and shapes. */
export const PASSED_OVER: ReadonlySet<string> = new Set(
  (
    'colortbl stylesheet info header headerl headerr headerf footer footerl footerr footerf footnote annotation pict nonshppict shprslt ' +
    'nonesttables xe tc txe rxe pntxta pntxtb levelnumbers mmathPict'
  ).split(' '),
);

/** Groups marked as “ignore what you do not know” that are known. */
export const KNOWN: ReadonlySet<string> = new Set(
  'annotation listtable listoverridetable shppict shpinst nesttableprops fldinst do ud moMath moMathPara'.split(' '),
);

/** Groups whose own text is none but in which shapes, pictures and text boxes stand. */
export const SILENT: ReadonlySet<string> = new Set('shpinst do object sp'.split(' '));
