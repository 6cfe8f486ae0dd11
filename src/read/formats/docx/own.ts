/** The authors of the comments and changes that this program writes into Word documents. */
import { NS } from '../../../base/xml/names.js';
import { attribute, type Scanner } from '../../../base/xml/scanner.js';

/** The author of changes. */
export const OWN_AUTHOR = 'gov-report';

/** The author of comments, for people to read. */
export const COMMENT_AUTHOR = '年报校验（gov-report）';

/** Whether a comment by this author is one of ours; earlier versions signed like the changes. */
export function isOwnCommentAuthor(author: string | undefined): boolean {
  return author === COMMENT_AUTHOR || author === OWN_AUTHOR;
}

/** Whether the change entered last is one that this program proposes: those are meant to be accepted or rejected, not to be reported. */
export function isOwnChange(s: Scanner): boolean {
  return attribute(s, NS.word, 'author') === OWN_AUTHOR;
}
