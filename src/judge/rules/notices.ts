/** The notices that printed the forms, as reports cite them: by number or by title. */
import { type EditionSpec, editions } from '../../form/editions/index.js';

/** A notice with the two figures of its number. */
export interface Notice {
  readonly spec: EditionSpec;
  readonly year: number;
  readonly number: number;
}

/** The notice of every form. */
export const notices: readonly Notice[] = editions.map((spec) => {
  const [year, number] = [...spec.notice.number.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  return { spec, year: year!, number: number! };
});

/** A document number as printed: letters, bracket, year, number. UTF-16 offsets, end exclusive. */
export interface CitedNumber {
  readonly span: readonly [number, number];
  readonly letters: string;
  readonly bracket: string;
  readonly year: number;
  readonly number: number;
}

/** 国办公开办函〔2021〕30号 with letters lost, changed or changed round, in whatever brackets. */
const NUMBER = /(国(?:务院)?办(?:公厅)?[公开办函涵政务信息]{2,6})\s*([〔﹝[［【（({〈])\s*(20\d{2})\s*年?\s*[〕﹞\]］】）)}〉]\s*(?:第\s*)?(\d{1,3})\s*号/g;

/** The numbers of the office's notices that a text cites. */
export function citedNumbers(text: string): readonly CitedNumber[] {
  return [...text.matchAll(NUMBER)].map(({ 0: whole, 1: letters, 2: bracket, 3: year, 4: number, index }) => ({
    span: [index, index + whole.length],
    letters: letters!,
    bracket: bracket!,
    year: Number(year),
    number: Number(number),
  }));
}

/** The notice that has a number. */
export function noticeOf({ year, number }: Pick<CitedNumber, 'year' | 'number'>): Notice | undefined {
  return notices.find((notice) => notice.year === year && notice.number === number);
}

/** Sentences that tell of the change instead of resting on the old notice. */
export const TELLS_OF_CHANGE = /废止|失效|取代|代替|替代|不再|原按|此前|修订后|调整为/;
