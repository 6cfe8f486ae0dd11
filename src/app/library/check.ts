/** Requests of the library, held against what can be asked: JavaScript and data of others do not know our types. */
import { InputError } from '../../base/errors.js';
import { editions } from '../../form/editions/index.js';
import { rules } from '../../judge/rules/index.js';
import { targetNames } from '../../write/report/index.js';
import { formatNames } from '../../write/result/index.js';

/** A request asks for what there is not. `code` is `bad-request`; `key` names what of the request is wrong: `year`, `severities.text/punctuation`. */
export class RequestError extends InputError {
  readonly key: string;

  constructor(key: string, zh: string, en: string) {
    super(
      'bad-request',
      { zh: `请求有误：“${key}”${zh}。`, en: `The request is wrong: “${key}” ${en}.` },
      { zh: '请对照 README 中库的说明改正。', en: 'See the part on the library in the README.' },
    );
    this.name = 'RequestError';
    this.key = key;
  }
}

/** What a value of a request must be, in words, and whether it is. */
interface Kind {
  readonly zh: string;
  readonly en: string;
  readonly holds: (value: unknown) => boolean;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function oneOf(names: readonly string[]): Kind {
  return { zh: `应为 ${names.join('、')} 之一`, en: `must be one of ${names.join(', ')}`, holds: (value) => names.includes(value as string) };
}

const TEXT: Kind = { zh: '应为文字', en: 'must be a text', holds: (value) => typeof value === 'string' };
const FLAG: Kind = { zh: '应为 true 或者 false', en: 'must be true or false', holds: (value) => typeof value === 'boolean' };
const NUMBER: Kind = { zh: '应为数', en: 'must be a number', holds: (value) => typeof value === 'number' && !Number.isNaN(value) };
const YEAR: Kind = {
  zh: '应为四位数的年份',
  en: 'must be a year of four digits',
  holds: (value) => Number.isInteger(value) && (value as number) > 999 && (value as number) < 10_000,
};
const LANG = oneOf(['zh', 'en']);
const EDITION = oneOf(editions.map(({ edition }) => edition));
const SEVERITY = oneOf(['off', 'info', 'warning', 'error']);
const ENTRIES: Kind = {
  zh: '应为 parseSuppressions 给出的条目',
  en: 'must be the entries that parseSuppressions gives',
  holds: (value) => Array.isArray(value) && value.every((entry) => isObject(entry) && typeof entry.reason === 'string'),
};
const BASELINE: Kind = {
  zh: '应为 parseBaseline 给出的结果',
  en: 'must be what parseBaseline gives',
  holds: (value) => Array.isArray(value) && value.every((entry) => isObject(entry) && typeof entry.file === 'string' && 'findings' in entry),
};
const READING: Kind = {
  zh: '应为 parse 给出的结果',
  en: 'must be what parse gives',
  holds: (value) => isObject(value) && isObject(value.report) && value.locations instanceof Map,
};
const UNITS: Kind = {
  zh: '应为 aggregate 给出的结果',
  en: 'must be what aggregate gives',
  holds: (value) => isObject(value) && Array.isArray(value.editions) && Array.isArray(value.leftOut),
};
const SEVERITIES: Kind = { zh: '应为规则与级别的对照', en: 'must be severities by rule', holds: isObject };

type Kinds = Readonly<Record<string, Kind>>;

/** What a check may be asked. */
export const LINT_KEYS = {
  file: TEXT,
  lang: LANG,
  severities: SEVERITIES,
  previous: READING,
  suppressions: ENTRIES,
  baseline: BASELINE,
  units: UNITS,
  edition: EDITION,
  year: YEAR,
  unit: TEXT,
  unitClass: oneOf(['government', 'department', 'township', 'subdistrict']),
  deadline: {
    zh: '应为“月月-日日”',
    en: 'must be MM-DD',
    holds: (value) => typeof value === 'string' && /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value),
  },
  abbreviations: {
    zh: '应为一组文字',
    en: 'must be a list of texts',
    holds: (value) => Array.isArray(value) && value.every((name) => typeof name === 'string'),
  },
  ruleMakingPower: FLAG,
  duties: { zh: '应为 parseConfig 给出的要求', en: 'must be the duties that parseConfig gives', holds: isObject },
} as const satisfies Kinds;
/** What a repair may be asked. */
export const FIX_KEYS: Kinds = { ...LINT_KEYS, unsafe: FLAG, fillZero: FLAG };
/** What a conversion may be asked. */
export const CONVERT_KEYS: Kinds = { to: oneOf(targetNames), locations: FLAG, lang: LANG };
/** What a blank form may be asked. */
export const BLANK_KEYS: Kinds = { edition: EDITION, year: YEAR, unit: TEXT };
/** What an output may be asked. */
export const FORMAT_KEYS: Kinds = {
  lang: LANG,
  color: { zh: '应为 0 至 3', en: 'must be 0 to 3', holds: (value) => [0, 1, 2, 3].includes(value as number) },
  width: NUMBER,
  toolVersion: TEXT,
  quiet: FLAG,
  maxWarnings: NUMBER,
  fingerprints: FLAG,
};
/** The name of an output. */
export const FORMAT_NAME: Kinds = { name: oneOf(formatNames) };

/** Holds a request against its keys. A key that is undefined is not there. @throws RequestError for the first that is wrong. */
export function checkRequest(request: object, keys: Kinds): void {
  if (!isObject(request)) throw new RequestError('request', '应为对象', 'must be an object');
  for (const [key, value] of Object.entries(request)) {
    const kind = Object.hasOwn(keys, key) ? keys[key] : undefined;
    if (!kind)
      throw new RequestError(key, `不是可用的选项，可用的是 ${Object.keys(keys).join('、')}`, `is no option; there are ${Object.keys(keys).join(', ')}`);
    if (value !== undefined && !kind.holds(value)) throw new RequestError(key, kind.zh, kind.en);
  }
  const { severities } = request as { readonly severities?: Readonly<Record<string, unknown>> };
  for (const [id, severity] of Object.entries(keys.severities ? (severities ?? {}) : {})) {
    if (!rules.some((rule) => rule.id === id)) throw new RequestError(`severities.${id}`, '不是规则编号', 'is the id of no rule');
    if (!SEVERITY.holds(severity)) throw new RequestError(`severities.${id}`, SEVERITY.zh, SEVERITY.en);
  }
}
