/** The cell formats of a workbook. */

const formats = {
  plain: { font: 0, border: 0, alignment: '<alignment vertical="center"/>' },
  header: { font: 1, border: 1, alignment: '<alignment horizontal="center" vertical="center" wrapText="1"/>' },
  label: { font: 0, border: 1, alignment: '<alignment horizontal="left" indent="1" vertical="center" wrapText="1"/>' },
  figure: { font: 0, border: 1, alignment: '<alignment horizontal="center" vertical="center" wrapText="1"/>' },
} as const;

/** What a cell looks like: `plain` without borders, a header, the label of a row, a figure. */
export type FormatName = keyof typeof formats;

const names = Object.keys(formats) as FormatName[];

/** Index of a cell format; a text keeps being one when its cell is edited, even if it begins with `=`. */
export function styleOf(format: FormatName, isText: boolean): number {
  return 1 + 2 * names.indexOf(format) + (isText ? 1 : 0);
}

/** The styles part. */
export function stylesXml(): string {
  const font = (extra: string): string => `<font>${extra}<sz val="11"/><name val="宋体"/><charset val="134"/></font>`;
  const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;
  const cells = names.flatMap((name) => {
    const { font: fontId, border, alignment } = formats[name];
    const open = `<xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="${border}" xfId="0" applyFont="1" applyBorder="1" applyAlignment="1"`;
    return [`${open}>${alignment}</xf>`, `${open} quotePrefix="1">${alignment}</xf>`];
  });
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>`,
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>`,
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cells.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
