/** The output formats of `lint` by name, each loaded when it is asked for. */
import type { Piece, Reporter } from './reporter.js';

export { type Beside, type Piece, type Reporter, type ReportOptions, type ReportStream, render, type Summary } from './reporter.js';
export { addToSummary, emptySummary, exitCodeOf, verdictLine } from './summary.js';

const loaders = {
  pretty: async (): Promise<Reporter> => (await import('./pretty.js')).pretty,
  compact: async (): Promise<Reporter> => (await import('./compact.js')).compact,
  json: async (): Promise<Reporter> => (await import('./json.js')).json,
  ndjson: async (): Promise<Reporter> => (await import('./ndjson.js')).ndjson,
  sarif: async (): Promise<Reporter> => (await import('./sarif.js')).sarif,
  github: async (): Promise<Reporter> => (await import('./github.js')).github,
  junit: async (): Promise<Reporter> => (await import('./junit.js')).junit,
  html: async (): Promise<Reporter> => (await import('./html.js')).loadHtml(),
  markdown: async (): Promise<Reporter> => (await import('./markdown.js')).markdown,
  csv: async (): Promise<Reporter> => (await import('./csv.js')).csv,
  xlsx: async (): Promise<Reporter<Uint8Array>> => (await import('./xlsx.js')).xlsx,
} as const;

/** The name of an output format. */
export type FormatName = keyof typeof loaders;

/** The names of all formats; the first is the default. */
export const formatNames = Object.keys(loaders) as readonly FormatName[];

/** Whether a word names a format. */
export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(loaders, name);
}

/** More reports than this, and a page shows excerpts instead of documents. */
const MOST_DOCUMENTS = 20;

/** Whether a format shows the documents of so many reports. */
export function showsDocuments(name: FormatName, reports: number): boolean {
  return name === 'html' && reports <= MOST_DOCUMENTS;
}

/** What the outputs of a format are made of. */
export type PieceOf<Name extends FormatName> = Awaited<ReturnType<(typeof loaders)[Name]>> extends Reporter<infer P> ? P : never;

/** Whether the outputs of a format are bytes that no terminal can show. */
export function isBinary(name: FormatName): boolean {
  return name === 'xlsx';
}

/** The reporter of a format. */
export async function loadReporter<Name extends FormatName>(name: Name): Promise<Reporter<PieceOf<Name>>> {
  const reporter: Reporter<Piece> = await loaders[name]();
  return reporter as Reporter<PieceOf<Name>>;
}
