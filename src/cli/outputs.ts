/** The outputs of a `lint` run: which formats, where to, and keeping them apart. */
import { InputError } from '../errors.js';
import { type FormatName, formatNames, isFormatName, loadReporter, type ReportOptions, type ReportStream } from '../reporters/index.js';
import type { PendingFile } from './host.js';
import type { Session } from './session.js';
import { sentenceOf, type Texts } from './texts.js';
import { UsageError } from './usage-error.js';

/** One `--format`: its name, and the file it goes to when not to standard output. */
export interface OutputSpec {
  readonly format: FormatName;
  readonly path?: string;
}

function parseSpec(value: string, texts: Texts): OutputSpec {
  // Only the first colon parts: C:\out.sarif has one of its own.
  const colon = value.indexOf(':');
  const format = colon === -1 ? value : value.slice(0, colon);
  if (!isFormatName(format)) throw new UsageError(texts.unknownFormat(format, formatNames.join(texts.or)));
  if (colon === -1) return { format };
  if (colon === value.length - 1) throw new UsageError(texts.emptyOutput(value));
  return { format, path: value.slice(colon + 1) };
}

/** The outputs that the options ask for. Errors: UsageError when two would mix. */
export function outputSpecs(values: readonly string[] | undefined, { host, texts }: Session): readonly OutputSpec[] {
  const specs = (values ?? [formatNames[0]!]).map((value) => parseSpec(value, texts));
  const toStdout = specs.filter(({ path }) => path === undefined);
  if (toStdout.length > 1) throw new UsageError(texts.twoToStdout(toStdout.map(({ format }) => format).join(texts.or)));
  const paths = specs.flatMap(({ path }) => path ?? []);
  const twice = paths.find((path, index) => paths.slice(0, index).some((other) => host.files.same(other, path)));
  if (twice !== undefined) throw new UsageError(texts.sameOutput(twice));
  return specs;
}

/** An open output. */
interface Sink {
  readonly stream: ReportStream;
  /** The file it goes to; standard output when undefined. */
  readonly file: PendingFile | undefined;
}

/** All outputs of a run, written to together. */
export interface Outputs {
  write(text: (stream: ReportStream) => string): Promise<void>;
  /** Puts every file in its place. */
  commit(): void;
  /** Leaves no file behind. */
  discard(): void;
}

function openFile({ host, lang }: Session, path: string, inputs: readonly string[]): PendingFile {
  try {
    return host.files.create(path, inputs);
  } catch (error) {
    if (error instanceof InputError) throw new UsageError(sentenceOf(error, lang, path));
    throw error;
  }
}

/** Opens the outputs. `inputs` are the files that none of them may be. */
export async function openOutputs(session: Session, specs: readonly OutputSpec[], options: ReportOptions, inputs: readonly string[]): Promise<Outputs> {
  const sinks: Sink[] = [];
  const discard = (): void => {
    for (const { file } of sinks) file?.discard();
  };
  try {
    for (const { format, path } of specs) {
      const reporter = await loadReporter(format);
      if (path === undefined) sinks.push({ stream: reporter(options), file: undefined });
      else sinks.push({ file: openFile(session, path, inputs), stream: reporter({ ...options, color: 0, width: Number.POSITIVE_INFINITY }) });
    }
  } catch (error) {
    discard();
    throw error;
  }
  return {
    async write(text) {
      for (const { stream, file } of sinks) {
        const piece = text(stream);
        if (piece === '') continue;
        if (file) file.write(piece);
        else await session.host.stdout.write(piece);
      }
    },
    commit: () => {
      for (const { file } of sinks) file?.commit();
    },
    discard,
  };
}
