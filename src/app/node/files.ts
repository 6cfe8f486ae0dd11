/** The disk as the command line sees it. */
import type { Files } from '../cli/host.js';
import { createFile, isFile, isFolder, makeFolder, sameFile } from './create.js';
import { listInputs } from './list.js';
import { beside, lookUp } from './look-up.js';
import { listedPath } from './paths.js';
import { readWhole } from './read.js';

/** File access of this process. */
export const nodeFiles: Files = {
  read: readWhole,
  list: listInputs,
  create: createFile,
  isFile,
  isFolder,
  makeFolder,
  same: sameFile,
  pathOf: listedPath,
  lookUp,
  beside,
};
