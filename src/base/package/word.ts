import type { Relationship } from './parts.js';
import type { ZipArchive } from './zip.js';

/** The texts of the parts that the body of a Word document is read from. */
export interface WordParts {
  /** Name of the main document part, for messages. */
  readonly mainName: string;
  readonly main: string;
  readonly styles?: string;
  readonly numbering?: string;
}

/** The parts as they stand in a package. */
export interface WordPackage extends WordParts {
  readonly archive: ZipArchive;
  /** What the main part refers to within the package. */
  readonly related: readonly Relationship[];
}
