/** The author of the comments and changes that this program writes into Word documents. */
import { NS } from '../../../base/xml/names.js';
import { attribute, type Scanner } from '../../../base/xml/scanner.js';

export const OWN_AUTHOR = 'gov-report';

/** Whether the change entered last is one that this program proposes: those are meant to be accepted or rejected, not to be reported. */
export function isOwnChange(s: Scanner): boolean {
  return attribute(s, NS.word, 'author') === OWN_AUTHOR;
}
