/** Automatic numbers as Word prints them (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat). */

type Formatter = (value: number) => string;

/** One number in a format of ST_NumberFormat; decimal digits where the format has no sign for it, as Word does, or is unknown. */
export function formatNumber(value: number, format: string): string {
  if (value < 0 || value > 32767) return String(value);
  return FORMATS.get(format)?.(value) ?? String(value);
}

const HAN = '〇一二三四五六七八九';
const LEGAL = '零壹贰叁肆伍陆柒捌玖';
const LEGAL_TRADITIONAL = '零壹貳參肆伍陸柒捌玖';

const FORMATS: ReadonlyMap<string, Formatter> = new Map(
  Object.entries<Formatter>({
    none: () => '',
    decimalZero: (value) => String(value).padStart(2, '0'),
    decimalFullWidth: fullWidth,
    decimalFullWidth2: fullWidth,
    decimalEnclosedCircle: listed('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'),
    decimalEnclosedCircleChinese: listed('①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'),
    decimalEnclosedFullstop: listed('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛'),
    decimalEnclosedParen: listed('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇'),
    ideographEnclosedCircle: listed('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉'),
    ideographTraditional: listed('甲乙丙丁戊己庚辛壬癸'),
    ideographZodiac: listed('子丑寅卯辰巳午未申酉戌亥'),
    upperLetter: (value) => letters(value, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
    lowerLetter: (value) => letters(value, 'abcdefghijklmnopqrstuvwxyz'),
    upperRoman: roman,
    lowerRoman: (value) => roman(value).toLowerCase(),
    numberInDash: (value) => `- ${value} -`,
    ideographDigital: (value) => digits(value, HAN),
    japaneseDigitalTenThousand: (value) => digits(value, HAN),
    taiwaneseDigital: (value) => digits(value, '○一二三四五六七八九'),
    // Up to 99 with 十, above digit by digit: so both are defined.
    chineseCounting: (value) => (value < 100 ? counted(value, HAN, '十百千', '〇', false) : digits(value, '○一二三四五六七八九')),
    taiwaneseCounting: (value) => (value < 100 ? counted(value, HAN, '十百千', '〇', false) : digits(value, '○一二三四五六七八九')),
    chineseCountingThousand: (value) => counted(value, HAN, '十百千', '零', false),
    taiwaneseCountingThousand: (value) => counted(value, HAN, '十百千', '零', false),
    japaneseCounting: (value) => japanese(value),
    chineseLegalSimplified: (value) => counted(value, LEGAL, '拾佰仟', '零', true),
    ideographLegalTraditional: (value) => counted(value, LEGAL_TRADITIONAL, '拾佰仟', '零', true),
  }),
);

function listed(signs: string): Formatter {
  const all = [...signs];
  return (value) => all[value - 1] ?? String(value);
}

function fullWidth(value: number): string {
  return [...String(value)].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
}

function digits(value: number, signs: string): string {
  return [...String(value)].map((digit) => signs[Number(digit)]!).join('');
}

/** 1 → A, 26 → Z, 27 → AA, 53 → AAA: Word repeats the letter. */
function letters(value: number, alphabet: string): string {
  if (value < 1 || value > 780) return String(value);
  return alphabet[(value - 1) % 26]!.repeat(Math.ceil(value / 26));
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return text === '' ? String(value) : text;
}

/** Counting with units: 12 → 十二, 105 → 一百零五. `one` writes the 一 of the tens below 20 too, as legal numerals do. */
function counted(value: number, signs: string, units: string, zero: string, one: boolean): string {
  if (value === 0) return zero;
  if (value >= 10000) {
    const rest = value % 10000;
    return `${counted(Math.floor(value / 10000), signs, units, zero, one)}万${rest === 0 ? '' : (rest < 1000 ? zero : '') + counted(rest, signs, units, zero, true)}`;
  }
  const text = [...String(value)];
  let out = '';
  let gap = false;
  text.forEach((digit, index) => {
    const power = text.length - 1 - index;
    if (digit === '0') {
      gap = true;
      return;
    }
    if (gap) out += zero;
    gap = false;
    const bare = !one && digit === '1' && power === 1 && text.length === 2;
    out += (bare ? '' : signs[Number(digit)]!) + (power === 0 ? '' : units[power - 1]!);
  });
  return out;
}

/** 十, 百 and 千 stand without 一 in Japanese, and no zero is written. */
function japanese(value: number): string {
  if (value === 0) return '〇';
  if (value >= 10000) return String(value);
  const text = [...String(value)];
  return text
    .map((digit, index) => {
      const power = text.length - 1 - index;
      if (digit === '0') return '';
      return (digit === '1' && power > 0 ? '' : HAN[Number(digit)]!) + (power === 0 ? '' : '十百千'[power - 1]!);
    })
    .join('');
}
