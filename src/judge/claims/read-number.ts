/** Reading what one number claims. */
import { cellPointer, type TableKey } from '../../form/editions/index.js';
import { type AsideReason, plus } from './claim.js';
import { disclosureDoubt, disputeDoubt, requestDoubt } from './doubt.js';
import { type Frame, frameOf, has, isQuantity, isWord, type NumberToken, type WordedSentence, type WordToken } from './frame.js';
import { COUNT_UNITS, type WrittenNumber } from './number.js';
import { resolveDisclosure } from './resolve-disclosure.js';
import { resolveDisputes } from './resolve-disputes.js';
import { type Resolved, resolveRequests } from './resolve-requests.js';
import { namesOtherOrgan, scopeDoubt } from './scope.js';
import type { Walk } from './state.js';
import { unread } from './tokens.js';
import type { Word } from './vocabulary.js';

/** The words that name the figure, in their order: those before the number, and those after it that complete or replace them. */
function namesOf(frame: Frame): readonly WordToken[] | 'ambiguous' {
  const listed = has(frame.words, 'outcome');
  // 公开 is an outcome only beside others in the sentence: alone before its number, or joined to one (公开或部分公开).
  const joined = (words: readonly WordToken[], index: number): boolean => words[index + 1]?.word.kind === 'and' && words[index + 2]?.word.kind === 'outcome';
  const names = ({ word }: WordToken, index: number, words: readonly WordToken[]): boolean =>
    isQuantity(word) && (word.kind !== 'open-outcome' || joined(words, index));
  const open = (words: readonly WordToken[]): readonly WordToken[] => {
    const telling = words.filter(({ word }) => word.kind !== 'among' && word.kind !== 'including' && word.kind !== 'filler');
    return listed && telling.length === 1 && telling[0]!.word.kind === 'open-outcome' ? telling : [];
  };
  const before = frame.before.filter(names);
  const after = frame.after.filter(names);
  if (before.length === 0) return after.length > 0 ? after : open(frame.before);
  // 行政复议、行政诉讼中共有4件被纠错
  const cases = before.every(({ word }) => word.kind === 'dispute') && after.every(({ word }) => word.kind === 'result');
  if (has(after, 'dispute', 'applicant') || cases) return [...before, ...after];
  return has(after, 'outcome', 'carried-in', 'carried-out', 'result') ? 'ambiguous' : before;
}

function tableOf(words: readonly WordToken[]): TableKey {
  if (has(words, 'dispute', 'result', 'unknown-result')) return 'disputes';
  return has(words, 'document', 'document-verb', 'decision', 'fees') && !has(words, 'outcome', 'applicant') ? 'disclosure' : 'requests';
}

/** To whom the requests went: a government's own office counts them as its own. */
const ADDRESSED = /向[省市州县区旗](?:人民)?政府(?:[及和、与][省市州县区旗](?:人民)?政府办公[室厅])?(?=提出|提交|递交)/;
const OFFICE = /政府(?:办公[室厅])?$/;

/** What stands between the names of the figure and the number and was not understood. */
function gap({ before, number, text, tokens }: Frame, words: readonly WordToken[], isOffice: boolean): string {
  const first = Math.min(
    ...words.map(({ start }) => start),
    ...before.filter(({ word }) => word.kind === 'request' || word.kind === 'application').map(({ start }) => start),
  );
  if (first < number.start) {
    const addressed = ADDRESSED.exec(text.slice(first, number.start));
    // 行政复议、行政诉讼中共有4件
    if (!addressed || !isOffice) return unread(text, first, number.start, tokens).replace(/^中$/, '');
    return unread(text, first, first + addressed.index, tokens) + unread(text, first + addressed.index + addressed[0].length, number.start, tokens);
  }
  // 1件答复在行政复议中被纠正
  return unread(text, number.end, Math.max(...words.map(({ end }) => end)), tokens).replace(/^在中$/, '');
}

/** Whether a number may count anything of the tables, as far as its unit tells. */
function countsSomething(text: string, { unit, end }: WrittenNumber): boolean {
  return unit === '元' || (unit === '' ? !/[\d年月日]/.test(text[end] ?? '') : COUNT_UNITS.has(unit));
}

/** 收到5件申请，加上2023年结转的1件 */
const ADDS_CARRIED_IN = /^[^，,。；;\d]{0,8}[，,]\s?(?:加上?|连同|另有|另加)(?:[上去]一?年度?|20\d\d年度?)末?(?:结转|转结|遗留)/;
const GRAND_TOTAL = /^[\s,，、;；]*(?:总计|合计|共计|总共|一共|共)(?:为|有)?\s?$/;

/** As many figures back the new requests may stand that a total sums up. */
const NEAR_CLAIMS = 10;
const NEW = '/tables/requests/newlyReceived/total';

/** Whether a number sums up the two figures right before it, of new requests and of those carried in: 新收98件，上年结转6件，合计104件. */
function isGrandTotal(walk: Walk, frame: Frame): boolean {
  const other = walk.claims.at(-1);
  // 新收63件（自然人51件、企业12件），上年结转3件，总计66件: what divides the new ones may stand between.
  const one = walk.claims.slice(-NEAR_CLAIMS, -1).findLast(({ sentence, readings }) => sentence === walk.sentence && readings[0]?.[0]?.pointer === NEW);
  const rows = [one, other].map((claim) => (claim?.sentence === walk.sentence && claim.table === 'requests' ? claim.readings[0]?.[0]?.pointer : undefined));
  return rows.includes(NEW) && rows.includes('/tables/requests/carriedOver/total') && GRAND_TOTAL.test(walk.text.slice(other!.span[1], frame.number.start));
}

/** A number with the words that name its figure. */
interface Named {
  readonly frame: Frame;
  readonly words: readonly WordToken[];
  /** More than one figure is named, or none can be told from the others. */
  readonly ambiguous: boolean;
  readonly table: TableKey;
  /** Only what happened to requests is named (收到, 办结), no row of its own. */
  readonly verbal: boolean;
  readonly span: readonly [number, number];
}

/** Finds the words that name the figure; undefined when the number counts nothing of the tables. */
function name(walk: Walk, frame: Frame): Named | undefined {
  const names = namesOf(frame);
  const ambiguous = names === 'ambiguous';
  const words = ambiguous ? [] : names;
  if ((frame.number.number.unit === '元') !== has(words, 'fees')) return undefined;
  const requests = has(frame.before, 'request') || (walk.topic === 'request' && has(frame.before, 'application') && has(frame.before, 'total'));
  if (!ambiguous && words.length === 0 && !requests) return undefined;
  const table = tableOf(words);
  // 文件 alone names nothing of table 二: 废止文件0件 does after 规范性文件 in the sentence, 印发文件36份 does not.
  const bare =
    walk.documents === undefined || (has(words, 'document') && words.some(({ word }) => word.kind === 'document-verb' && word.columns.includes('issued')));
  const unnamed = has(words, 'document', 'document-verb') && bare && !words.some(({ word }) => word.kind === 'document' && word.row);
  if (table === 'disclosure' && unnamed) return undefined;
  const verbal = words.every(({ word }) => ['receive', 'receive-new', 'handle', 'done', 'answer'].includes(word.kind));
  if (table === 'requests' && words.length > 0 && verbal && walk.topic === undefined && !has([...frame.before, ...frame.after], 'request', 'foreign'))
    return undefined;
  if (table === 'disputes' && !has(words, 'dispute') && walk.disputes.last.length === 0) return undefined;
  const { start, end } = frame.number;
  const told = [...words, ...frame.before.filter(({ word }) => word.kind === 'request')];
  const span: readonly [number, number] = [Math.min(start, ...told.map((word) => word.start)), Math.max(end, ...told.map((word) => word.end))];
  return { frame, words, ambiguous, table, verbal, span };
}

/** The readings of a number, or why it is not compared. */
function understand(walk: Walk, { frame, words, ambiguous, table, span }: Named): Resolved {
  const around = [...frame.before, ...frame.after];
  const bare = !ambiguous && words.length === 0;
  const aside = (reason: AsideReason): Resolved => ({ aside: reason });
  const whose = scopeDoubt(walk.scope);
  if (whose && whose !== 'area') return aside(whose);
  const background = { topic: walk.topic, channel: walk.scope.channel === true, requests: walk.requests, disclosure: walk.disclosure, kind: walk.kind };
  const doubt = { requests: requestDoubt, disputes: disputeDoubt, disclosure: disclosureDoubt }[table](frame, words, background);
  if (doubt === 'foreign' || doubt === 'agency') return aside(doubt);
  if (has(frame.before, 'comparison', 'change', 'year-on-year', 'last-year') || has(frame.after, 'comparison')) return aside('comparison');
  if (frame.number.number.about) return aside('approximate');
  if (namesOtherOrgan(walk.text.slice(frame.start, span[0]), walk.source.unit)) return aside('other-unit');
  if (doubt) return aside(doubt);
  if (ambiguous || has(around, 'each') || (bare && has(frame.before, 'rate', 'share'))) return aside('ambiguous');
  return !bare && gap(frame, words, OFFICE.test(walk.source.unit ?? '') && walk.kind !== 'town') !== '' ? aside('unread') : resolve(walk, frame, words, table);
}

/** 110件中102件已办结 */
const OF_THOSE = /\d\s?[件条份宗]\s?[^\d，。；,;]{0,6}中[，,]?\s?$/;

/** Whether a number may be a part of the figure that its words name. */
function mayBePart({ table, words, verbal, frame }: Named, among: boolean): boolean {
  if (table === 'requests' && verbal) {
    // Requests that were withdrawn may have been counted as handled or not.
    if (has(frame.words, 'unknown-result') || OF_THOSE.test(frame.text.slice(Math.max(0, frame.number.start - 12), frame.number.start))) return true;
    // 其中1件由我镇答复, 其中有效申请105件: a list may divide by anything; 新收 is 新收, but not where it divides those done.
    const lead = frame.words.slice(
      0,
      Math.max(
        0,
        frame.words.findLastIndex(({ word, end }) => word.kind === 'among' && end <= frame.number.start),
      ),
    );
    return among && (!has(words, 'receive-new') || has(lead, 'done', 'answer'));
  }
  // 办理行政许可1300件 may count what was asked for, not what was decided.
  return table === 'disclosure' && has(words, 'decision') && has(frame.before, 'receive', 'handle', 'done', 'answer') && !has(frame.words, 'decided');
}

/** Reads 合计104件, which no word but that names. */
function readGrandTotal(walk: Walk, sentence: WordedSentence, index: number): void {
  const frame = frameOf(walk.text, sentence, index);
  const { unit, value, step, start, end, about } = frame.number.number;
  if (!COUNT_UNITS.has(unit) || about || !isGrandTotal(walk, frame)) return;
  const last = walk.claims.at(-1)!;
  const reading = (['newlyReceived', 'carriedOver'] as const).map((row) => plus(cellPointer('requests', row, 'total')));
  walk.claims.push({ ...last, span: [start, end], value, step, unit, readings: [reading], named: 'total' });
}

const CARRIED_OUT = cellPointer('requests', 'carriedForward', 'total');
/** 尚有4件, 另有5件, 其余2件 */
const LEFT_OVER = /(?:另有?|另外有?|尚有|还有|仍有|其余|剩余|余下)的?\s?$/;

/** Reads 尚有4件正在办理，结转下年度: the clause behind the next comma says, without a number, where they went. */
function readLeftOver(walk: Walk, sentence: WordedSentence, index: number): boolean {
  const { tokens } = sentence;
  const { number, start } = tokens[index] as NumberToken;
  if (walk.topic !== 'request' || number.about || !COUNT_UNITS.has(number.unit) || scopeDoubt(walk.scope) !== undefined) return false;
  if (!LEFT_OVER.test(walk.text.slice(Math.max(sentence.start, start - 6), start))) return false;
  let comma = index + 1;
  while (comma < tokens.length && tokens[comma]!.type !== 'mark') comma += 1;
  const clause = tokens.slice(index + 1, comma).filter(isWord);
  const where = tokens[comma + 1];
  const mark = tokens[comma];
  if (mark?.type !== 'mark' || mark.mark !== ',' || where?.type !== 'word' || where.word.kind !== 'carried-out') return false;
  if (tokens.slice(index + 1, comma).some(({ type }) => type === 'number') || has(clause, 'outcome', 'done', 'dispute', 'foreign', 'carried-out')) return false;
  let behind = comma + 2;
  while (tokens[behind]?.type === 'word') behind += 1;
  if (tokens[behind]?.type === 'number') return false;
  const claim = { pointer: walk.pointer, span: [start, where.end] as const, sentence: walk.sentence, table: 'requests' as const };
  const { value, step, unit } = number;
  walk.claims.push({ ...claim, value, step, unit, readings: [[plus(CARRIED_OUT)]], named: 'carried-out', negative: false });
  return true;
}

/** Reads the number at `index` of a sentence: a claim, a number left aside, or nothing when no word names a figure of the tables. */
export function readNumber(walk: Walk, sentence: WordedSentence, index: number): void {
  const token = sentence.tokens[index] as NumberToken;
  if (readLeftOver(walk, sentence, index)) return;
  const named = countsSomething(walk.text, token.number) ? name(walk, frameOf(walk.text, sentence, index)) : undefined;
  if (!named) {
    readGrandTotal(walk, sentence, index);
    return;
  }
  const { pointer } = walk;
  const { span, table } = named;
  const resolved = understand(walk, named);
  if ('aside' in resolved) {
    walk.leftAside.push({ pointer, span, reason: resolved.aside });
    // 县公安局受理22件，办结20件: the subject holds on.
    if (resolved.aside === 'other-unit' || resolved.aside === 'agency') walk.scope = { ...walk.scope, whose: resolved.aside };
    return;
  }
  if (table === 'requests' && named.verbal) walk.rows = resolved.readings;
  const { unit, value, step } = named.frame.number.number;
  const figure = unit === '元' ? { value: value / 10_000, step: step / 10_000, unit: '万元' } : { value, step, unit };
  const doubt = scopeDoubt(walk.scope) === 'area' ? 'area' : mayBePart(named, walk.among) ? 'subset' : undefined;
  const kinds = named.words.map(({ word }) => word.kind).join(' ');
  const claim = { pointer, span, sentence: walk.sentence, table, ...figure, readings: resolved.readings, named: kinds, negative: false };
  walk.claims.push({ ...claim, ...(doubt ? { doubt } : {}), ...(walk.scope.level ? { level: true } : {}) });
}

/** Whether results divide the last group alone, as those before it did theirs: 复议8件，其中维持4件；诉讼5件，其中维持3件. */
function dividesItsOwn({ words, number }: Frame): boolean {
  const earlier = words.filter(({ end }) => end <= number.start);
  const group = earlier.findLastIndex(({ word }) => word.kind === 'dispute');
  return has(earlier.slice(group + 1), 'among') && has(earlier.slice(0, Math.max(0, group)), 'result');
}

function resolve(walk: Walk, frame: Frame, words: readonly WordToken[], table: TableKey): Resolved {
  const { words: all } = frame;
  if (table === 'requests')
    return resolveRequests(frame, words, {
      ...(walk.rows ? { rows: walk.rows } : {}),
      among: walk.among,
      namesCarriedIn: has(all, 'carried-in'),
      addsCarriedIn: ADDS_CARRIED_IN.test(frame.text.slice(frame.number.end, frame.number.end + 16)),
      namesCarriedOut: has(all, 'carried-out') && !has(all, 'outcome'),
    });
  if (table === 'disputes') {
    const after = all.some(({ word }) => word.kind === 'dispute' && word.groups.join() === 'litigation/afterReconsideration');
    return resolveDisputes(frame, words, dividesItsOwn(frame) ? { ...walk.disputes, all: walk.disputes.last } : walk.disputes, after);
  }
  const earlier = all.filter(({ start }) => start < frame.number.start);
  const published: readonly Word['kind'][] = ['open-outcome', 'publication', 'proactive'];
  return resolveDisclosure(frame, words, walk.documents, has(earlier, ...published));
}
