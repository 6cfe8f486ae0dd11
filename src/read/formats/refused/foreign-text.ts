/** Texts in a notation of other programs, which read line by line would seem to be a report full of faults. */

/** Records of one width from here on are no accident: no report has a comma in every line, and always as many. */
const LEAST_RECORDS = 10;

/** How many fields each record of a comma-separated text has; quotes may hold commas and line ends. Blank lines are none. */
function* recordWidths(text: string): Iterable<number> {
  let fields = 1;
  let quoted = false;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at];
    if (character === '"') quoted = !quoted;
    else if (character === ',' && !quoted) fields += 1;
    else if (character === undefined || (!quoted && (character === '\n' || character === '\r'))) {
      if (fields > 1 || text.slice(start, at).trim() !== '') yield fields;
      fields = 1;
      start = at + 1;
    }
  }
}

/** Whether every record has as many fields as the first, as a program writes them. */
function isEven(text: string): boolean {
  let records = 0;
  let first = 0;
  for (const width of recordWidths(text)) {
    if (width === 1 || (records > 0 && width !== first)) return false;
    first = width;
    records += 1;
  }
  return records >= LEAST_RECORDS;
}

/** Whether a text is comma-separated values; a name that ends so is believed when the content speaks for the same. */
export function isCsv(text: string, name: string): boolean {
  if (!/\.csv$/i.test(name)) return isEven(text);
  // The name says it; that most lines have a comma is enough.
  const widths = [...recordWidths(text)];
  return widths.filter((width) => width > 1).length * 2 > widths.length;
}

/** Whether a text is LaTeX; a name that ends so is believed when the content speaks for the same. */
export function isLatex(text: string, name: string): boolean {
  return /^[ \t]*\\(?:documentclass\b|begin\{document\})/m.test(text) || (/\.(?:la)?tex$/i.test(name) && /\\[a-zA-Z]+\*?\s*[[{]/.test(text));
}
