/** A second look at the tokens of a sentence: 结转 with its year becomes one word, 低保申请 another matter. */
import type { Token } from './tokens.js';

type Direction = 'carried-in' | 'carried-out';

/** What may stand between 结转 and the year: 结转至2026年, 上年度末结转, 从2023年转结. */
const LINK = /^(?:[至到入于为的给由从末底转\s]|继续|办理|申请|政府信息公开申请)*$/;
/** Who applied: 企业等组织申请4件, 本地居民申请. */
const APPLICANT = /(?:组织|企业|单位|公司|机构|团体|协会|个人|居民|村民|业主|职工|记者|学生|教师|学者)$/;
const CONTINUES = /^度?(?:再|继续|接续)(?:予以)?(?:办理|处理|答复)/;

function direction(token: Token | undefined, year: number | undefined): Direction | undefined {
  if (token?.type === 'year' && year !== undefined) return token.year === year - 1 ? 'carried-in' : token.year === year + 1 ? 'carried-out' : undefined;
  if (token?.type !== 'word') return undefined;
  return token.word.kind === 'last-year' ? 'carried-in' : token.word.kind === 'next-year' ? 'carried-out' : undefined;
}

function isCarry(token: Token | undefined): boolean {
  return token?.type === 'word' && token.word.kind === 'carry';
}

/** What may follow 结转 at the end of a clause. */
const CLAUSE_END = /^\s?(?:[，,。；;、的件]|申请|政府信息公开申请|$)/;

function isFiller(token: Token): boolean {
  return token.type === 'word' && token.word.kind === 'filler';
}

function isDenial(token: Token): boolean {
  return token.type === 'word' && (token.word.kind === 'none' || token.word.kind === 'not');
}

function isLink(token: Token | undefined): boolean {
  return (
    token?.type === 'word' &&
    (token.word.kind === 'filler' || token.word.kind === 'request' || token.word.kind === 'application' || token.word.kind === 'handle')
  );
}

/** 结转 with the years beside it, from index `first`: its direction and the index of the last token it takes up. */
function carryAt(
  text: string,
  tokens: readonly Token[],
  first: number,
  year: number | undefined,
): { readonly kind: Direction | 'carried'; readonly last: number } | undefined {
  let kind = direction(tokens[first], year);
  let carried = isCarry(tokens[first]);
  if (!kind && !carried) return undefined;
  // 转 and 延期 alone mean nothing; 结转 alone leaves the direction open.
  let strong = carried && /^(?:结转|转结|顺延)/.test(text.slice(tokens[first]!.start, tokens[first]!.end));
  let last = first;
  for (let i = first + 1; i < tokens.length && i <= first + 4; i += 1) {
    const token = tokens[i]!;
    const next = direction(token, year);
    if (!LINK.test(text.slice(tokens[last]!.end, token.start)) || (!next && !isCarry(token) && !isLink(token))) break;
    if (!next && !isCarry(token)) {
      if (!LINK.test(text.slice(tokens[last]!.end, token.end))) break;
      continue;
    }
    // 上年度结转下年度: where it goes counts.
    if (next) kind = next;
    if (isCarry(token)) {
      carried = true;
      strong = strong || /^(?:结转|转结|顺延)/.test(text.slice(token.start, token.end));
    }
    last = i;
  }
  if (carried) return kind ? { kind, last } : strong ? { kind: 'carried', last } : undefined;
  return kind === 'carried-out' && CONTINUES.test(text.slice(tokens[last]!.end, tokens[last]!.end + 8)) ? { kind, last } : undefined;
}

/** The tokens of a sentence of the report for `year`, settled. */
export function settle(text: string, tokens: readonly Token[], year: number | undefined): readonly Token[] {
  const unsettled = (token: Token): boolean =>
    isCarry(token) || direction(token, year) === 'carried-out' || (token.type === 'word' && token.word.kind === 'application');
  if (!tokens.some(unsettled)) return tokens;
  const settled: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i]!;
    // 上年无结转, 2023年没有结转: the year belongs to what is denied.
    const denial = tokens[i + 1];
    const carried = denial && tokens[i + 2] && isFiller(tokens[i + 2]!) ? i + 3 : i + 2;
    if (
      direction(token, year) === 'carried-in' &&
      denial &&
      isDenial(denial) &&
      isCarry(tokens[carried]) &&
      LINK.test(text.slice(token.end, denial.start).replace(/^[亦也均并]/, ''))
    ) {
      const { end } = tokens[carried]!;
      if (CLAUSE_END.test(text.slice(end, end + 9))) {
        settled.push(denial, { type: 'word', start: denial.end, end, word: { kind: 'carried-in' } });
        i = carried;
        continue;
      }
    }
    const carry = carryAt(text, tokens, i, year);
    if (carry) {
      settled.push({ type: 'word', start: token.start, end: tokens[carry.last]!.end, word: { kind: carry.kind } });
      i = carry.last;
      continue;
    }
    // 转 and 延期 without a year say nothing here.
    if (isCarry(token)) continue;
    if (
      token.type === 'word' &&
      token.word.kind === 'application' &&
      tokens[i - 1]?.end !== token.start &&
      /[\u4e00-\u9fff]/.test(text[token.start - 1] ?? '') &&
      !APPLICANT.test(text.slice(Math.max(0, token.start - 4), token.start))
    ) {
      // 低保申请, 用地申请: an unknown word right before 申请 makes it another matter, unless it says who applied.
      settled.push({ ...token, word: { kind: 'foreign' } });
    } else {
      settled.push(token);
    }
  }
  return settled;
}
