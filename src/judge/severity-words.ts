/** The severity of a rule in words, with the editions in which it differs. */
import type { Lang } from '../base/lang.js';
import { editions } from '../form/editions/index.js';
import type { Severity } from './diagnostic.js';
import type { Rule } from './rule.js';

/** The severities by name. */
export const severities: { readonly [lang in Lang]: { readonly [severity in Severity]: string } } = {
  zh: { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'error', warning: 'warning', info: 'info' },
};

const texts = {
  zh: {
    only: (names: string) => `只适用于 ${names} 年版格式`,
    inEdition: (edition: string, severity: string) => `${edition} 年版格式中为${severity}`,
    separator: '、',
  },
  en: {
    only: (names: string) => `only in the ${names} edition`,
    inEdition: (edition: string, severity: string) => `${severity} in the ${edition} edition`,
    separator: ', ',
  },
} as const;

/** 警告 · 2019 年版格式中为提示. */
export function severityWords(rule: Rule, lang: Lang): string {
  const text = texts[lang];
  const inEditions = editions.flatMap(({ edition }) => {
    const severity = rule.severityIn?.[edition];
    return severity === undefined || severity === rule.severity ? [] : [text.inEdition(edition, severities[lang][severity])];
  });
  const only = rule.editions && rule.editions.length < editions.length ? [text.only(rule.editions.join(text.separator))] : [];
  return [severities[lang][rule.severity], ...inEditions, ...only].join(' · ');
}
