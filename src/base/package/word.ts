import type { ZipArchive } from './zip.js';

/** A Word package with the text of the parts that the body is read from. */
export interface WordPackage {
  readonly archive: ZipArchive;
  /** Name of the main document part in the archive. */
  readonly mainName: string;
  readonly main: string;
  readonly styles?: string;
  readonly numbering?: string;
}
