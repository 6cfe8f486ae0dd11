/** Putting names into messages. */
import type { Sentence } from '../../base/errors.js';
import type { SectionKey, TableKey } from '../../form/editions/index.js';
import { sectionName, tableName } from '../../form/model/names.js';

/** Names one after the other: “甲”“乙”等, “a”, “b” …; at most `most` of them. */
export function enumerate(names: readonly Sentence[], most = 5): Sentence {
  const shown = names.slice(0, most);
  const more = names.length > most;
  return { zh: `${shown.map(({ zh }) => `“${zh}”`).join('')}${more ? '等' : ''}`, en: `${shown.map(({ en }) => `“${en}”`).join(', ')}${more ? ' …' : ''}` };
}

/** A section by its printed name. */
export function sectionWords(key: SectionKey): Sentence {
  return { zh: sectionName(key), en: sectionName(key, 'en') };
}

/** A table by the section it stands in. */
export function tableWords(key: TableKey): Sentence {
  return { zh: tableName(key), en: tableName(key, 'en') };
}
