/** Telling a section heading from the labels of a table, on a single line. */
import { foldCore, foldLabel, leadingNumber, likeness } from '../../../base/text/normalise.js';
import { sectionSpecs } from '../sections.js';

const titles = sectionSpecs.flatMap((section) => [section.title, ...section.aliases].map(foldLabel));

/** Whether a line is the heading of one of the six sections, by its title with or without number. */
export function isHeadingLine(text: string): boolean {
  if (text.length > 60) return false;
  const core = foldCore(text);
  if (core.length < 3) return false;
  if (titles.includes(core)) return core.length >= 5 || /^[一二三四五六七八九十]/.test(leadingNumber(text));
  return /^[一二三四五六七八九十]/.test(leadingNumber(text)) && titles.some((title) => likeness(title, core) >= 0.8);
}

/** Whether a folded text without number is the title of a section in any known wording. */
export function isTitle(folded: string): boolean {
  return titles.includes(folded);
}
