/** What the command line needs from the machine it runs on; the only way it reaches streams, environment and disk. */
import type { Skipped } from '../../judge/diagnostic.js';
import type { Outcome } from '../outcome.js';
import type { LintSettings } from './settings.js';

/** A stream that text or bytes are written to. */
export interface Output {
  readonly isTTY: boolean;
  /** Width of the terminal in columns, when it is one. */
  readonly columns: number | undefined;
  /** Resolves when the stream can take more; a reader that has gone away is no error. Errors: InputError when the stream has failed. */
  write(data: string | Uint8Array): Promise<void> | undefined;
  /** Resolves when all is written. Errors: as `write`. */
  settled(): Promise<void>;
}

/** A file that appears whole under its name, or not at all. */
export interface PendingFile {
  write(data: string | Uint8Array): void;
  commit(): void;
  /** Leaves no trace; does nothing after `commit`. */
  discard(): void;
}

/** One thing to read, named by the user or found in a folder. */
export interface Input {
  /** Absolute path as the host understands it; `undefined` is standard input. */
  readonly path: string | undefined;
  /** The name that results carry. */
  readonly name: string;
  /** It lies in a folder and is of a kind that much else comes in: left aside when it is no report. */
  readonly tentative?: true;
}

/** An input that is a file. */
export interface FileInput extends Input {
  readonly path: string;
}

/** A file that a path of the command line stands for. */
export interface ListedFile extends FileInput {
  /** The path without links: two that lead to one file have the same. */
  readonly real: string;
}

/** What a path of the command line stands for. */
export interface Listing {
  /** Each file once, in a deterministic order: by code point, runs of digits by their value. */
  readonly inputs: readonly ListedFile[];
  /** Paths that cannot be listed, with the fault. */
  readonly faults: readonly { readonly name: string; readonly fault: unknown }[];
  /** Files that were left aside. */
  readonly skipped: readonly Skipped[];
}

/** Checks files in other threads; results come in any order. */
export interface Pool {
  /** How many other threads there are. */
  readonly threads: number;
  /** `profile` is the number of the profile in the settings that the report is judged by. */
  /** Nothing is thrown; undefined when the thread ended before it was at this input, which is then as unchecked as before. */
  check(input: FileInput, profile: number): Promise<Outcome | undefined>;
  close(): Promise<void>;
}

/** File access. Faults a user can cause are `InputError`s. */
export interface Files {
  /** The whole of a file or pipe, bounded in size. */
  read(path: string): Promise<Uint8Array>;
  /** Finds what a path, folder or glob stands for; `except` are paths that folders and globs leave out. */
  list(path: string, except: readonly string[]): Promise<Listing>;
  /**
   * Opens `path` for writing; throws when it is one of `inputs`, under whatever name, or a file that is there whose extension is not among
   * `replaceable` (any may be when that is undefined).
   */
  create(path: string, inputs: readonly string[], replaceable?: readonly string[]): PendingFile;
  /** Whether there is a folder at a path. */
  isFolder(path: string): boolean;
  /** Whether there is something at a path that can be read as a file. */
  isFile(path: string): boolean;
  /** Makes a folder with those above it; one that is there stays as it is. Errors: InputError when it cannot be made. */
  makeFolder(path: string): void;
  /** The path that bytes are, as a list of files holds them. */
  pathOf(bytes: Uint8Array): string;
  /** Whether two paths name the same file. */
  same(a: string, b: string): boolean;
  /** Looks a file of this name up in the folder of a path and in those above, nearest first; for standard input from the working folder. */
  lookUp(name: string): (path: string | undefined) => FileInput | undefined;
  /** The file that a path written in the file `file` means; `file` may be empty, for a path of the command line. */
  beside(file: string, path: string): FileInput;
}

/** The machine as the command line sees it. */
export interface Host {
  /** The arguments after the program's name. */
  readonly argv: readonly string[];
  /** Name and version of the runtime and the system, for reports of bugs. */
  readonly platform: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly stdout: Output;
  readonly stderr: Output;
  /** Standard input to its end, bounded in size. */
  readStdin(): Promise<Uint8Array>;
  /** Whether standard input is a terminal: somebody has to type what is read. */
  stdinIsTerminal?(): boolean;
  readonly files: Files;
  /** Text of a file of the package: `package.json`, `schemas/report-2021.json`. Undefined when there is none. */
  packageFile(name: string): string | undefined;
  /** Names of the files in a folder of the package, sorted. */
  packageFolder(name: string): readonly string[];
  /** How many jobs pay off for so many files on this machine. */
  defaultJobs(files: number): number;
  /** Starts workers, so that with this thread `jobs` (two or more) check at a time; without it everything runs in this thread. */
  startPool?(jobs: number, settings: LintSettings): Promise<Pool>;
}
