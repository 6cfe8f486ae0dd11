/** Profile files: shipped ones by name, others by their path. */
import { InputError } from '../../base/errors.js';
import { nearest } from '../../base/text/nearest.js';
import { validate } from '../../form/schema/generated/profile.js';
import { DAY } from '../../judge/profiles/day.js';
import type { ProfileFile } from '../../judge/profiles/duties.js';
import { builtIn } from '../../judge/profiles/generated/built-in.js';
import { readSettings } from './settings-file.js';

/** The shipped profile of a name. */
export function builtInProfile(name: string): ProfileFile | undefined {
  return Object.hasOwn(builtIn, name) ? builtIn[name] : undefined;
}

/** Whether a name in `extends` is that of a file: it has a slash or an ending. */
export function isProfilePath(name: string): boolean {
  return /[/\\]|\.json$/i.test(name);
}

/** The error for a name that no shipped profile has. */
export function unknownProfile(name: string, config: string): InputError {
  const names = Object.keys(builtIn);
  const close = nearest(name, names)[0];
  return new InputError(
    'bad-settings',
    { zh: `${config}：没有自带的配置方案“${name}”。`, en: `${config}: there is no shipped profile “${name}”.` },
    {
      zh: `${close === undefined ? '' : `是否指“${close}”？`}自带的有 ${names.join('、')}；自己的方案写文件路径，如 "./本地方案.json"。`,
      en: `${close === undefined ? '' : `Did you mean “${close}”? `}Shipped are ${names.join(', ')}; for one of your own give a path such as "./local.json".`,
    },
  );
}

/** Reads a profile file; `ruleIds` are the rules there are, for hints. Errors: InputError `bad-settings`, one sentence with the line. */
export function parseProfile(bytes: Uint8Array, name: string, ruleIds: readonly string[]): ProfileFile {
  return readSettings<ProfileFile>(bytes, name, {
    schema: 'profile',
    validate,
    known: (pointer, extra) => (pointer === '/rules' ? nearest(extra, ruleIds) : []),
    patterns: {
      '\\S': { zh: '非空白的文字', en: 'a text that is not blank' },
      [DAY]: { zh: '月-日（如 "01-31"）', en: 'month and day (such as "01-31")' },
    },
  }).value;
}
