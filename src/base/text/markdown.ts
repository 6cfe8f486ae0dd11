/** Text in Markdown of every dialect, read as itself. */

/** Every sign that Markdown or pandoc's dialect of it would act on, as itself. Blanks are what Markdown keeps: one at a time. */
export function escapeInline(text: string): string {
  return text
    .replace(/\s+/g, (blanks) => (/^[ \t\n]/.test(blanks) ? ' ' : blanks))
    .replace(/[\\`*{}[\]<>|~$^@"']|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])|(?<=[.-])[.-]/g, '\\$&')
    .replace(/&(?=[#A-Za-z])/g, '&amp;');
}

/** A line; what would open a list, a heading, a rule or a quotation is escaped too. */
export function escapeLine(line: string): string {
  return escapeInline(line.trim())
    .replace(/^(?:[#+=:]|-(?!\\-))/, '\\$&')
    .replace(/^(\(?[0-9A-Za-z]{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/#(?=\s*$)/, '\\#');
}
