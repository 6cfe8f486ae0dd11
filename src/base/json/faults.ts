/** A fault of a JSON text with its line and column. */
import { InputError, type Sentence } from '../errors.js';

/** One fault; line and column are 1-based, the column in UTF-16 units. */
export interface JsonFault {
  readonly line: number;
  readonly column: number;
  readonly what: Sentence;
}

const REMEDY: Sentence = {
  zh: '请按 gov-report schema report 给出的结构修改，或用 gov-report convert --to json 重新导出。',
  en: 'Correct it after the structure that gov-report schema report prints, or export it again with gov-report convert --to json.',
};

/** The text is no JSON. Only the first fault means anything. */
export function syntaxError({ line, column, what }: JsonFault): InputError {
  return new InputError(
    'json-syntax',
    { zh: `不是有效的 JSON：第 ${line} 行第 ${column} 列${what.zh}。`, en: `This is no valid JSON: at line ${line}, column ${column}, ${what.en}.` },
    REMEDY,
  );
}
