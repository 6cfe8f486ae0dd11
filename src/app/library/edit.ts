/** Reports given back changed: findings as Word comments, repairs as tracked changes or in a new text. */
import type { Fixed } from '../../write/back/fix.js';
import type { Annotated } from '../../write/back/index.js';
import type { FixOptions } from '../../write/back/plan.js';
import { checkRequest, FIX_KEYS } from './check.js';
import { bytesOf, fileOf, judgeOf, type LintRequest } from './request.js';

/** How a document is to be repaired; safe repairs only when nothing more is allowed. */
export interface FixRequest extends Omit<LintRequest, 'baseline'>, Partial<FixOptions> {}

/**
 * A copy of a Word document with the findings as comments on the words and cells they speak of, in place of those that an earlier call
 * wrote. Accepted findings have none. Errors: InputError for what is no readable report in a Word document.
 */
export async function annotate(document: Uint8Array | ArrayBuffer | Blob, request: LintRequest = {}): Promise<Annotated> {
  const { annotateDocument } = await import('../../write/back/index.js');
  const judge = judgeOf(request);
  return annotateDocument(await bytesOf(document), fileOf(request), (reading) => judge(reading).result, request.lang ?? 'zh');
}

/**
 * A copy of a Word document (as tracked changes) or of a text with the repairs that are beyond doubt, each proved on the copy.
 * Errors: InputError for what is no readable report, or of a kind that cannot be changed.
 */
export async function fix(document: Uint8Array | ArrayBuffer | Blob | string, request: FixRequest = {}): Promise<Fixed> {
  const { fixDocument } = await import('../../write/back/index.js');
  checkRequest(request, FIX_KEYS);
  const { unsafe = false, fillZero = false, ...judging } = request;
  return fixDocument(await bytesOf(document), fileOf(judging), judgeOf(judging), { unsafe, fillZero });
}
