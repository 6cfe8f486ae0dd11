/** The outputs of a `lint` run: which formats, where to, and keeping them apart. */
import { InputError } from '../../base/errors.js';
import {
  type Beside,
  type FormatName,
  formatNames,
  isBinary,
  isFormatName,
  loadReporter,
  type Piece,
  type ReportOptions,
  type ReportStream,
  type Summary,
} from '../../write/result/index.js';
import { type Outcome, uncheckedOutcome } from '../outcome.js';
import { about, withName } from './about.js';
import type { PendingFile } from './host.js';
import type { Session } from './session.js';
import type { Slips, SlipsOptions } from './slips.js';
import type { Texts } from './texts.js';
import { UsageError } from './usage-error.js';

/** The name of the format that is a folder of documents. */
export const SLIPS = 'slips';

/** The names that `--format` takes. */
export const lintFormats: readonly (FormatName | typeof SLIPS)[] = [...formatNames, SLIPS];

/** One `--format`: its name, and the file (of slips the folder) it goes to when not to standard output. */
export type OutputSpec = { readonly format: FormatName; readonly path?: string } | { readonly format: typeof SLIPS; readonly path: string };

function parseSpec(value: string, texts: Texts): OutputSpec {
  // Only the first colon parts: C:\out.sarif has one of its own.
  const colon = value.indexOf(':');
  const format = colon === -1 ? value : value.slice(0, colon);
  const isSlips = format === SLIPS;
  if (!isSlips && !isFormatName(format)) throw new UsageError(texts.unknownFormat(format, lintFormats.join(texts.or)));
  if (isSlips && (colon === -1 || value.endsWith(':-'))) throw new UsageError(texts.slipsFolder);
  if (isSlips && colon < value.length - 1) return { format, path: value.slice(colon + 1) };
  if (colon === -1 && !isSlips) return { format };
  if (colon === value.length - 1) throw new UsageError(texts.emptyOutput(value));
  const path = value.slice(colon + 1);
  return path === '-' || isSlips ? { format: format as FormatName } : { format, path };
}

/** The outputs that the options ask for. Errors: UsageError when two would mix, or when what is no text would go to a terminal. */
export function outputSpecs(values: readonly string[] | undefined, { host, texts }: Session): readonly OutputSpec[] {
  const specs = (values ?? [formatNames[0]!]).map((value) => parseSpec(value, texts));
  const toStdout = specs.filter(({ path }) => path === undefined);
  if (toStdout.length > 1) throw new UsageError(texts.twoToStdout(toStdout.map(({ format }) => format).join(texts.or)));
  const binary = host.stdout.isTTY ? toStdout.find(({ format }) => format !== SLIPS && isBinary(format)) : undefined;
  if (binary) throw new UsageError(texts.binaryFormatToTerminal(binary.format));
  const paths = specs.flatMap(({ path }) => path ?? []);
  const twice = paths.find((path, index) => paths.slice(0, index).some((other) => host.files.same(other, path)));
  if (twice !== undefined) throw new UsageError(texts.sameOutput(twice));
  return specs;
}

/** An open output. */
interface Sink {
  readonly stream: ReportStream<Piece>;
  /** The file it goes to; standard output when undefined. */
  readonly file: PendingFile | undefined;
  readonly path: string | undefined;
}

/** An output that is not written, and why. */
export interface Refused {
  /** Absent where the error names it. */
  readonly path?: string;
  readonly error: InputError;
}

/** Extensions of files that are there which an output may replace: names that say what it is. */
const EXTENSIONS: { readonly [format in FormatName]: readonly string[] } = {
  pretty: ['.txt', '.log'],
  compact: ['.txt', '.log'],
  json: ['.json'],
  ndjson: ['.ndjson', '.jsonl'],
  sarif: ['.sarif', '.json'],
  github: ['.txt', '.log'],
  junit: ['.xml'],
  html: ['.html', '.htm'],
  markdown: ['.md', '.markdown'],
  csv: ['.csv'],
  xlsx: ['.xlsx'],
};

/** All outputs of a run, written to together. */
export interface Outputs {
  /** Writes what comes before or after the files. */
  write(piece: (stream: ReportStream<Piece>) => Piece): Promise<void>;
  /** Writes one file, and resolves to what was written: an output that breaks down at it says so in its place and goes on. */
  file(outcome: Outcome): Promise<Outcome>;
  /** Writes what comes after the files. */
  end(summary: Summary, beside: Beside): Promise<void>;
  /** Puts every file in its place. */
  commit(): void;
  /** Leaves no file behind. */
  discard(): void;
  /** Outputs that would have replaced a file of the user's, and are not written. */
  readonly refused: readonly Refused[];
}

/** Opens the outputs. `inputs` are the files that none of them may be; a file of another kind that is there is replaced only with `overwrite`. */
export async function openOutputs(
  session: Session,
  specs: readonly OutputSpec[],
  options: ReportOptions,
  inputs: readonly string[],
  overwrite = false,
  deadlines: SlipsOptions['deadlines'] = [],
): Promise<Outputs> {
  const sinks: Sink[] = [];
  const slips: Slips[] = [];
  const refused: Refused[] = [];
  const discard = (): void => {
    for (const { file } of sinks) file?.discard();
  };
  try {
    for (const { format, path } of specs) {
      if (format === SLIPS) {
        const { createSlips } = await import('./slips.js');
        slips.push(createSlips(session, path, { lang: options.lang, catalogue: options.catalogue, deadlines, inputs, overwrite }, refused));
        continue;
      }
      const reporter = await loadReporter(format);
      if (path === undefined) sinks.push({ stream: reporter(options), file: undefined, path });
      else {
        const stream = reporter({ ...options, color: 0, width: Number.POSITIVE_INFINITY });
        try {
          sinks.push({ file: session.host.files.create(path, inputs, overwrite ? undefined : EXTENSIONS[format]), stream, path });
        } catch (error) {
          if (!(error instanceof InputError && error.code === 'not-replaced')) throw withName(path, error);
          refused.push({ path, error });
        }
      }
    }
  } catch (error) {
    discard();
    throw error;
  }
  const put = async ({ file, path }: Sink, piece: Piece): Promise<void> => {
    if (piece.length === 0) return;
    if (path === undefined) await session.host.stdout.write(piece);
    else await about(path, () => file?.write(piece));
  };
  return {
    async write(pieceOf) {
      for (const sink of sinks) await put(sink, pieceOf(sink.stream));
    },
    async file(outcome) {
      let written = outcome;
      for (const sink of sinks) {
        let piece: Piece;
        try {
          piece = sink.stream.file(outcome.result, outcome.view);
        } catch (error) {
          written = uncheckedOutcome(outcome.result.file, error, options.lang);
          piece = sink.stream.file(written.result);
        }
        await put(sink, piece);
      }
      for (const one of slips) await one.file(written.result);
      return written;
    },
    async end(summary, beside) {
      for (const sink of sinks) await put(sink, sink.stream.end(summary, beside));
      for (const one of slips) await one.end(summary, beside);
    },
    commit: () => {
      for (const { file } of sinks) file?.commit();
    },
    discard,
    refused,
  };
}
