/** What kind of file a result is to become: by `--to`, else by the name of the output. */
import { type DataSetName, dataSetNames } from '../../write/report/dataset/index.js';
import { type TargetName, targetNames } from '../../write/report/index.js';
import type { Texts } from './texts.js';
import { UsageError } from './usage-error.js';

/** The extension of a file's name, small and with its dot; empty when it has none, as /dev/stdout. */
export function extensionOf(file: string): string {
  return /[^/\\](\.[^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? '';
}

/** What `convert` writes: a report as a document or data, and the data set that only programs read. */
export type ConvertTarget = TargetName | DataSetName;

/** The names of all. */
export const convertTargets: readonly ConvertTarget[] = [...new Set([...targetNames, ...dataSetNames])];

/**
 * The format to write, one of `known`: the one asked for, else the one the output is named after, else `usual`. Errors: UsageError for a name of
 * another kind of file.
 */
export function targetFor<T extends ConvertTarget>(to: T | undefined, output: string | undefined, usual: T, known: readonly T[], texts: Texts): T {
  if (to !== undefined || output === undefined || extensionOf(output) === '') return to ?? usual;
  const target = known.find((one) => `.${one}` === extensionOf(output));
  // report.pdf with JSON in it opens nowhere, and nobody would know why.
  if (target === undefined) throw new UsageError(texts.unknownExtension(output, known.join(texts.or)));
  return target;
}

const EXTENSIONS: { readonly [target in ConvertTarget]: readonly string[] } = {
  parquet: ['.parquet'],
  json: ['.json'],
  ndjson: ['.ndjson', '.jsonl'],
  csv: ['.csv'],
  xlsx: ['.xlsx'],
  md: ['.md', '.markdown'],
  html: ['.html', '.htm'],
  txt: ['.txt'],
  // What people write reports in is never replaced.
  docx: [],
};

/** Extensions of files that are there which a result of this kind may replace; every one when the user says `--overwrite`. */
export function replaceableBy(target: ConvertTarget, overwrite: boolean | undefined): readonly string[] | undefined {
  return overwrite ? undefined : EXTENSIONS[target];
}

/** The extension of a Word document made of a file of this name: its own where it is one of Word's. */
export function wordExtension(name: string): string {
  const own = extensionOf(name);
  return ['.docx', '.docm', '.dotx', '.dotm'].includes(own) ? own : '.docx';
}

/** Refuses a name under which nothing would open the Word document that is written. Errors: UsageError. */
export function refuseOtherThanDocx(output: string, texts: Texts): void {
  if (!['', '.docx'].includes(extensionOf(output))) throw new UsageError(texts.otherExtension(output, '.docx'));
}

/** Refuses a name under which nothing would open the annotated copy: a PDF stays one, everything else is a Word document. Errors: UsageError. */
export function refuseOtherThanCopy(input: string, output: string, texts: Texts): void {
  if (extensionOf(input) !== '.pdf') refuseOtherThanDocx(output, texts);
  else if (!['', '.pdf'].includes(extensionOf(output))) throw new UsageError(texts.otherExtension(output, '.pdf'));
}

/** Refuses the name of a Word document for what is text. Errors: UsageError. */
export function refuseDocx(output: string, texts: Texts): void {
  if (extensionOf(output) === '.docx') throw new UsageError(texts.textExtension(output));
}
