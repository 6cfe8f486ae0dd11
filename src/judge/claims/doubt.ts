/** What in and around a phrase keeps its figure from being compared with a table. */
import type { AsideReason } from './claim.js';
import type { Context } from './context.js';
import { isPending } from './requests.js';
import { ORGAN_NAME } from './scope.js';
import { has, type Kind, type Phrase, type Token, type Word } from './tree.js';

/** Verbs before which an unknown word is an adverb: 高效办结. */
const PREDICATES: ReadonlySet<Kind> = new Set<Kind>([
  'receive',
  'new',
  'raise',
  'handle',
  'done',
  'answer',
  'carry',
  'outcome',
  'grant',
  'result',
  'unfinished',
  'verb',
  'decide',
]);
const LONGEST_ADVERB = 6;
const LONGEST_COMPLEMENT = 2;
/** What an unknown word ends with that limits what is counted: 某村民的, 市政府转来的. */
const MODIFIER = /[的类型式]$/;

function isWordToken(token: Token | undefined): token is Word {
  return token?.type === 'word';
}

/** Whether an unknown word between the names and the figure limits what the figure counts. */
function limits(text: string, gap: Token, before: Token | undefined, after: Token | undefined): boolean {
  const words = text.slice(gap.start, gap.end);
  if (/^[\s°]*$/.test(words)) return false;
  if (MODIFIER.test(words) || (isWordToken(after) && text[after.start] === '的')) return true;
  if (isWordToken(after) && PREDICATES.has(after.kind)) return words.length > LONGEST_ADVERB;
  const complement = isWordToken(before) && PREDICATES.has(before.kind) && before.kind !== 'verb' && words.length <= LONGEST_COMPLEMENT;
  return !(complement && (after === undefined || after.type === 'number' || (isWordToken(after) && (after.kind === 'quantity' || after.kind === 'total'))));
}

/** To whom the requests went: a government's own office counts them as its own. */
const ADDRESSED = /向[省市州县区旗](?:人民)?政府(?:[及和、与][省市州县区旗](?:人民)?政府办公[室厅])?(?=提出|提交|递交)/;

/** Whether something unknown stands between the words that name a figure and the figure. */
export function obscure(text: string, { tokens, figure, start, end }: Phrase, names: readonly Word[], isOffice: boolean): boolean {
  const addressed = isOffice ? ADDRESSED.exec(text.slice(start, end)) : null;
  const [here, there] = addressed ? [start + addressed.index, start + addressed.index + addressed[0].length] : [-1, -1];
  const from = Math.min(figure!.start, ...names.map(({ start }) => start));
  const to = Math.max(figure!.end, ...names.map(({ end }) => end));
  return tokens.some(
    (token, at) =>
      token.type === 'gap' &&
      token.start >= from &&
      token.end <= to &&
      !(token.start >= here && token.end <= there) &&
      limits(text, token, tokens[at - 1], tokens[at + 1]),
  );
}

/** Who applied: 企业等组织申请4件, 本地居民申请. */
const APPLIES = /(?:组织|企业|单位|公司|机构|团体|协会|个人|居民|村民|业主|职工|记者|学生|教师|学者|[的了到并都又再])$/;

/** Whether an unknown word stands right before 申请, which makes it another matter: 公租房申请. */
export function isStrangeApplication(text: string, tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  return (
    isWordToken(token) &&
    token.kind === 'application' &&
    before?.type === 'gap' &&
    before.end === token.start &&
    !APPLIES.test(text.slice(before.start, before.end))
  );
}

/** Why a figure that names rows of table 三 is none of them; scope and time apart. */
export function requestDoubt(text: string, phrase: Phrase, names: readonly Word[], context: Context, attributes: boolean): AsideReason | undefined {
  const { words, lead } = phrase;
  const own = has(words, 'request');
  if (!own && phrase.tokens.some((_, at) => isStrangeApplication(text, phrase.tokens, at))) return 'foreign';
  if (!own && context.topic !== 'request' && !(context.block === 'request' && has(names, 'outcome', 'cells'))) return 'foreign';
  if (has(words, 'foreign', 'proactive', 'decision', 'document')) return 'foreign';
  // 印发文件74件，其中主动公开31件、不予公开34件: how documents may be published, not how requests ended.
  if (attributes && !has(names, 'receive', 'new', 'raise', 'handle', 'done', 'answer', 'carry')) return 'foreign';
  if (has(words, 'publish') && (!own || names.length === 0)) return 'foreign';
  // 除8件结转下年外
  const excepted = has(words, 'except') && !has(names, 'carry', 'unfinished');
  if (has(words, 'assist', 'part', 'late', 'cause') || excepted || isAbout(phrase)) return 'subset';
  if (has(words, 'compound')) return 'unread';
  // 其余转下一年度办理: what goes on is the rest.
  // So is what is done, where the sentence says what goes on.
  const left = has(names, 'carry', 'unfinished') || isPending(words) || (context.names.has('carriedForward') && has(names, 'done', 'answer'));
  if (has(words, 'rest') && !left) return 'subset';
  if ((has(words, 'channel') || (context.channel && !has(words, 'total'))) && !has(names, 'outcome', 'cells', 'carry', 'done', 'applicant') && !isWide(words))
    return 'subset';
  if (has(lead, 'not', 'none') && phrase.figure!.number.value !== 0) return 'ambiguous';
  return isEach(text, phrase) || (names.length === 0 && has(words, 'share')) ? 'ambiguous' : undefined;
}

/** Whether the figure counts only what is about something: 涉及城建的26件, not 26件申请请求. */
function isAbout({ words, tokens }: Phrase): boolean {
  return words.some((word) => word.kind === 'about' && word !== tokens.at(-1));
}

/** Whether the figure is one of each of several: 各3件, 每月9件, not 各部门收到26件. */
function isEach(text: string, { words, figure }: Phrase): boolean {
  return words.some(({ kind, start, end }) => kind === 'each' && (text[start] !== '各' || (end <= figure!.start && figure!.start - end <= 1)));
}

/** 通过信函、网络、当面等渠道共收到: all ways together. */
function isWide(words: readonly Word[]): boolean {
  const ways = words.filter(({ kind }) => kind === 'channel').length;
  return ways > 0 && (has(words, 'total') || ways > 1 || has(words, 'open'));
}

/** The same for table 四. Cases must be about disclosure, and brought against the unit. */
export function disputeDoubt(text: string, phrase: Phrase, context: Context, divided: boolean): AsideReason | undefined {
  const { words, lead } = phrase;
  const close = has(words, 'request', 'disclosure');
  if (has(words, 'authority')) return 'agency';
  const verb = lead.find(({ kind }) => kind === 'receive' || kind === 'new' || kind === 'handle' || kind === 'done');
  // 复议机关受理以我局为被申请人的复议
  const against = /复议机关|被申请人/.test(text.slice(phrase.start, phrase.figure!.start));
  if (verb && !against && text.slice(verb.start, verb.end).includes('受理')) return 'agency';
  if (verb && (verb.kind === 'handle' || verb.kind === 'done') && !close && context.section !== 'disputes') return 'agency';
  // 行政诉讼21件，其中政府信息公开类5件: the whole is of all causes.
  if (has(words, 'cause', 'foreign', 'publish') || (!close && !context.disclosure) || divided) return 'foreign';
  // 尚未审结的还有2件
  const part = has(words, 'part', 'except', 'decided') || (has(words, 'rest') && !isPending(words));
  return part || (has(words, 'compound', 'about') && !close) ? 'subset' : undefined;
}

/** The same for table 二. */
export function disclosureDoubt(text: string, phrase: Phrase, names: readonly Word[], { unit }: Context): AsideReason | undefined {
  const { words } = phrase;
  if (has(words, 'foreign', 'request')) return 'foreign';
  // 市政府规章19件 of a bureau's report are those of its government.
  if (unit.kind !== 'government' && names.some(({ kind, start }) => kind === 'document' && /[省市州区县镇乡]/.test(text[start]!))) return 'other-unit';
  if (has(words, 'about', 'part', 'rest', 'except', 'channel', 'assist')) return 'subset';
  if (has(words, 'compound', 'agency')) return 'unread';
  const first = Math.min(phrase.figure!.start, ...names.map(({ start }) => start));
  const own = phrase.tokens
    .filter((token) => token.type === 'gap' && token.end <= first)
    .map((token) => text.slice(token.start, token.end))
    .join('');
  const regulation = names.some(({ kind, of }) => kind === 'document' && of === 'regulations');
  const whole = /[及和与](?:各|所属|其)?(?:部门|单位|各部门)$/.test(text.slice(phrase.start, first).replace(/\s?(?:20\d\d年度?|全年|今年|本年度?)$/, ''));
  const subject = whole ? '' : unit.kind === 'government' ? (regulation && /(?:人民|[省市县区州旗])$/.test(own) ? '' : own) : own.replace(ORGAN_NAME, '');
  const alone = unit.kind === 'government' && !regulation && has(names, 'document') && /政府(?:办|办公[室厅])?$/.test(text.slice(phrase.start, first));
  // Which part of a government made a document is not what table 二 divides by; other words before 行政处罚 name a field.
  if (alone || (subject !== '' && (unit.kind === 'government' || has(names, 'decision')))) return 'subset';
  // 修改 may or may not have been counted as 制发.
  return has(words, 'amended') && has(names, 'verb') ? 'ambiguous' : undefined;
}
