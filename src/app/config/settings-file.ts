/** Reads a settings file: JSON of a known shape, in any encoding; every fault is told with its line. */
import { InputError, type Sentence } from '../../base/errors.js';
import { withoutComments } from '../../base/json/comments.js';
import type { JsonFault } from '../../base/json/faults.js';
import { createLocator, parseJson, plain } from '../../base/json/parse.js';
import { decodeText } from '../../read/formats/encoding.js';
import { indexNodes, type Shape, shapeFaults } from '../../read/formats/json/shape.js';

/** What a settings file says, and where. */
export interface SettingsFile<T> {
  readonly value: T;
  /** The 1-based line of the value at a JSON Pointer; 1 where there is none. */
  line(pointer: string): number;
}

/** A schema of settings, with its name for `gov-report schema`. */
export interface SettingsShape extends Shape {
  readonly schema: string;
  /** People may write comments into it: // and between slashes with stars. */
  readonly comments?: true;
}

/** Faults that are told; more of them say nothing new. */
const TOLD = 3;

/** A fault of a settings file: what is wrong, with the name of the file in front. */
export function settingsError(code: string, name: string, what: Sentence, remedy: Sentence): InputError {
  return new InputError(code, { zh: `${name}：${what.zh}。`, en: `${name}: ${what.en}.` }, remedy);
}

function remedyOf({ schema }: SettingsShape): Sentence {
  return { zh: `请按 gov-report schema ${schema} 给出的结构改正。`, en: `Correct it after the structure that gov-report schema ${schema} prints.` };
}

/** Does what `act` does; the faults of a text that is no JSON get the file's name. */
export function named<T>(name: string, remedy: Sentence, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const plainly = (sentence: string): string => sentence.replace(/[。.]$/, '');
    throw settingsError('bad-settings', name, { zh: plainly(error.sentence.zh), en: plainly(error.sentence.en) }, remedy);
  }
}

function shapeSentence(faults: readonly JsonFault[]): Sentence {
  const told = [...faults].sort((a, b) => a.line - b.line || a.column - b.column).slice(0, TOLD);
  const more = faults.length - told.length;
  return {
    zh: told.map(({ line, what }) => `第 ${line} 行 ${what.zh}`).join('；') + (more > 0 ? `；另有 ${more} 处` : ''),
    en: told.map(({ line, what }) => `line ${line}: ${what.en}`).join('; ') + (more > 0 ? `; and ${more} more` : ''),
  };
}

/** Reads the bytes of a settings file that people know as `name`. Errors: InputError `bad-settings`, one sentence with the line. */
export function readSettings<T>(bytes: Uint8Array, name: string, shape: SettingsShape): SettingsFile<T> {
  const remedy = remedyOf(shape);
  const written = named(name, remedy, () => decodeText(bytes).text);
  const text = shape.comments ? withoutComments(written) : written;
  if (text.trim() === '') throw settingsError('bad-settings', name, { zh: '文件是空的', en: 'the file is empty' }, remedy);
  const nodes = named(name, remedy, () => parseJson(text));
  const root = nodes[0]!;
  if (nodes.length > 1) throw settingsError('bad-settings', name, { zh: '只能有一个 JSON 对象', en: 'there must be a single JSON object' }, remedy);
  const locate = createLocator(text);
  const index = indexNodes(root);
  const value = plain(root);
  const faults = shapeFaults(value, index, text, locate, shape);
  if (faults.length > 0) throw settingsError('bad-settings', name, shapeSentence(faults), remedy);
  // The shape has just been checked against the schema of exactly this type.
  return { value: value as T, line: (pointer) => locate(index.nodes.get(pointer)?.from ?? 0).line };
}
