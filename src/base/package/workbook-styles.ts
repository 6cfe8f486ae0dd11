/** The cell formats of a workbook. */
import { escapeXml } from '../text/clean.js';

/** Formats of numbers below this one are given. */
const OWN_FORMATS = 164;

const THIN_BORDER = 1;
const CENTRED = '<alignment horizontal="center" vertical="center" wrapText="1"/>';

/** Colours of the text and of the cell behind it, as RRGGBB. */
const colours = {
  error: ['B00020', 'FBD5DA'],
  warning: ['7A4B00', 'FFF0C7'],
  info: ['0B5394', 'EAF2FB'],
  good: ['1B6E2C', 'E3F3E6'],
  quiet: ['1B1F24', 'E4E7EB'],
} as const;

type Colour = keyof typeof colours;

interface Format {
  readonly bold?: boolean;
  readonly border: 0 | typeof THIN_BORDER;
  readonly alignment: string;
  readonly colour?: Colour;
  /** How a number is printed, where that says more than the number. */
  readonly number?: string;
}

const coloured = (colour: Colour): Format => ({ bold: true, border: THIN_BORDER, alignment: CENTRED, colour });

const formats = {
  plain: { border: 0, alignment: '<alignment vertical="center"/>' },
  header: { bold: true, border: THIN_BORDER, alignment: CENTRED },
  label: { border: THIN_BORDER, alignment: '<alignment horizontal="left" indent="1" vertical="center" wrapText="1"/>' },
  figure: { border: THIN_BORDER, alignment: CENTRED },
  /** A sum that lacks something. */
  marked: { border: THIN_BORDER, alignment: CENTRED, number: 'General"※"' },
  text: { border: THIN_BORDER, alignment: '<alignment horizontal="left" vertical="center" wrapText="1"/>' },
  error: coloured('error'),
  warning: coloured('warning'),
  info: coloured('info'),
  good: coloured('good'),
  quiet: coloured('quiet'),
} as const satisfies Readonly<Record<string, Format>>;

/** What a cell looks like: `plain` without borders, a header, the label of a row, a figure, running text, or a word in a colour of its own. */
export type FormatName = keyof typeof formats;

const names = Object.keys(formats) as FormatName[];
const all: readonly Format[] = names.map((name) => formats[name]);

/** Index of a cell format; a text keeps being one when its cell is edited, even if it begins with `=`. */
export function styleOf(format: FormatName, isText: boolean): number {
  return 1 + 2 * names.indexOf(format) + (isText ? 1 : 0);
}

/** The styles part. */
export function stylesXml(): string {
  const tones = Object.keys(colours) as Colour[];
  const font = (bold: boolean, colour?: Colour): string =>
    `<font>${bold ? '<b/>' : ''}<sz val="11"/>${colour ? `<color rgb="FF${colours[colour][0]}"/>` : ''}<name val="宋体"/><charset val="134"/></font>`;
  const fill = (colour: Colour): string => `<fill><patternFill patternType="solid"><fgColor rgb="FF${colours[colour][1]}"/></patternFill></fill>`;
  const side = (name: string): string => `<${name} style="thin"><color auto="1"/></${name}>`;
  // Two fonts, plain and bold, and two fills, which the format prescribes, stand before those in colour.
  const behind = (colour: Colour | undefined): number => 2 + tones.indexOf(colour!);
  const printed = all.flatMap(({ number }) => number ?? []);
  const cells = all.flatMap(({ bold = false, border, alignment, colour, number }) => {
    const [fontId, fillId] = colour ? [behind(colour), behind(colour)] : [bold ? 1 : 0, 0];
    const open = `<xf numFmtId="${number === undefined ? 0 : OWN_FORMATS + printed.indexOf(number)}"${number === undefined ? '' : ' applyNumberFormat="1"'} fontId="${fontId}" fillId="${fillId}" borderId="${border}" xfId="0" applyFont="1"${colour ? ' applyFill="1"' : ''} applyBorder="1" applyAlignment="1"`;
    return [`${open}>${alignment}</xf>`, `${open} quotePrefix="1">${alignment}</xf>`];
  });
  return [
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${printed.length}">${printed.map((code, index) => `<numFmt numFmtId="${OWN_FORMATS + index}" formatCode="${escapeXml(code)}"/>`).join('')}</numFmts>`,
    `<fonts count="${2 + tones.length}">${font(false)}${font(true)}${tones.map((tone) => font(true, tone)).join('')}</fonts>`,
    `<fills count="${2 + tones.length}"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${tones.map(fill).join('')}</fills>`,
    `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>`,
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>`,
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${cells.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${cells.join('')}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
