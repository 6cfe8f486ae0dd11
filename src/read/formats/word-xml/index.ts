/** Word documents that are XML throughout: Flat OPC and Word 2003 XML. Places are ordinals of paragraphs, as of a .doc. */
import type { SourceDocument } from '../../document.js';
import { readBody } from '../docx/body.js';
import { flatParts } from './flat-opc.js';
import { word2003Parts } from './word-2003.js';

/** Reads a package in one XML file. Errors: InputError as for a .docx. */
export function readFlatOpc(xml: string): SourceDocument {
  return readBody(flatParts(xml), undefined, 'doc');
}

/** Reads a Word 2003 XML document. Errors: InputError as for a .docx. */
export function readWord2003(xml: string): SourceDocument {
  return readBody(word2003Parts(xml), undefined, 'doc');
}
