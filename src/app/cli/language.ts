/** In which language the program speaks: known before anything else is read, because help and errors need it. */
import type { Lang } from '../../base/lang.js';
import { UsageError } from './usage-error.js';

const isLang = (value: string): value is Lang => value === 'zh' || value === 'en';

/** The value of `--lang` on the command line, wherever it stands before `--`. */
function optionValue(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  const options = end === -1 ? argv : argv.slice(0, end);
  const joined = options.findLast((argument) => argument.startsWith('--lang='));
  const at = options.lastIndexOf('--lang');
  return joined?.slice('--lang='.length) ?? (at === -1 ? undefined : options[at + 1]);
}

/** `--lang`, else GOV_REPORT_LANG, else Chinese. Errors: UsageError, in both languages because none is known. */
export function chooseLanguage(argv: readonly string[], env: { readonly [name: string]: string | undefined }): Lang {
  const option = optionValue(argv);
  const value = option ?? (env['GOV_REPORT_LANG'] || 'zh');
  if (isLang(value)) return value;
  const name = option === undefined ? 'GOV_REPORT_LANG' : '--lang';
  throw new UsageError(`${name} 只能是 zh 或 en，不能是“${value}” / ${name} must be zh or en, not "${value}"`);
}
