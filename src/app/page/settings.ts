/** What the page is set to. It lives in the address after `#`, so that a link can carry it; nothing of a report does. */
import type { Lang } from '../../base/lang.js';
import type { UnitClass } from '../../judge/rule.js';

/** The settings of the page. */
export interface PageSettings {
  readonly lang: Lang;
  /** The class of the unit where its name leaves it open. */
  readonly unitClass?: UnitClass;
  /** The report year; from the title when absent. */
  readonly year?: number;
}

const CLASSES: readonly UnitClass[] = ['government', 'department', 'township', 'subdistrict'];

/** The settings that an address carries; what it does not say, or says wrongly, is as if absent. `hash` may begin with `#`. */
export function settingsOf(hash: string): PageSettings {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  const unitClass = CLASSES.find((one) => one === words.get('class'));
  const year = /^20[0-9]{2}$/.exec(words.get('year') ?? '')?.[0];
  return {
    lang: words.get('lang') === 'en' ? 'en' : 'zh',
    ...(unitClass === undefined ? {} : { unitClass }),
    ...(year === undefined ? {} : { year: Number(year) }),
  };
}

/** The address of settings, with its `#`; the usual ones are not in it. */
export function hashOf({ lang, unitClass, year }: PageSettings): string {
  const words = new URLSearchParams();
  if (lang !== 'zh') words.set('lang', lang);
  if (unitClass !== undefined) words.set('class', unitClass);
  if (year !== undefined) words.set('year', String(year));
  return `#${words}`;
}
