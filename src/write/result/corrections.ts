/** The cells that are probably wrong, in words. */
import type { Lang } from '../../base/lang.js';
import { cellName } from '../../form/model/names.js';
import type { Correction } from '../../judge/diagnostic.js';

type Evidence = NonNullable<Correction['evidence']>[number];

interface Words {
  readonly one: string;
  readonly several: (count: number) => string;
  readonly oneOf: (count: number) => string;
  readonly undecided: string;
  readonly shouldBe: (from: string, to: number) => string;
  readonly nothing: string;
  readonly explains: (count: number) => string;
  readonly because: (evidence: string) => string;
  readonly evidence: { readonly [kind in Evidence]: string };
  readonly colon: string;
  readonly semicolon: string;
  readonly comma: string;
  readonly bracket: (text: string) => string;
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    one: '最可能写错：',
    several: (count) => `最可能写错 ${count} 处：`,
    oneOf: (count) => `可能写错，以下 ${count} 种改动有一种是对的：`,
    undecided: '凭表内关系不能断定是哪一种，请对照台账',
    shouldBe: (from, to) => `${from} 应为 ${to}`,
    nothing: '（无数）',
    explains: (count) => `可解释以下 ${count} 处不符`,
    because: (evidence) => `佐证：${evidence}`,
    evidence: {
      text: '正文写的数',
      'carry-over': '上年报告的结转数',
      'neighbouring-columns': '相邻两列的数一多一少',
      'swapped-digits': '两个数字颠倒',
      'split-figure': '一个数被拆开写',
    },
    colon: '：',
    semicolon: '；',
    comma: '、',
    bracket: (text) => `（${text}）`,
  },
  en: {
    one: 'Most likely wrong: ',
    several: (count) => `Most likely wrong, ${count} cells: `,
    oneOf: (count) => `Probably wrong; one of these ${count} changes is right: `,
    undecided: 'the table alone cannot tell which one; compare with your records',
    shouldBe: (from, to) => `${from} should be ${to}`,
    nothing: '(no number)',
    explains: (count) => `explains the ${count} mismatches below`,
    because: (evidence) => `borne out by ${evidence}`,
    evidence: {
      text: 'the figure in the text',
      'carry-over': "the figure carried forward in last year's report",
      'neighbouring-columns': 'two neighbouring columns that are off by the same amount',
      'swapped-digits': 'two digits in reverse order',
      'split-figure': 'a figure written in pieces',
    },
    colon: ': ',
    semicolon: '; ',
    comma: ', ',
    bracket: (text) => `(${text})`,
  },
};

/** One line of the list; `note` is said more quietly, `item` lines belong to the heading above them. */
export interface CorrectionLine {
  readonly text: string;
  readonly item: boolean;
  readonly note?: string;
}

/** A change in words: （五）不予处理 2.重复申请 × 商业企业：4 应为 2. */
export function correctionWords({ pointer, from, to }: Correction, lang: Lang): string {
  const words = WORDS[lang];
  return `${cellName(pointer, lang) ?? pointer}${words.colon}${words.shouldBe(from === null ? words.nothing : String(from), to)}`;
}

/** Corrections parted by a key, in their order. */
function parted(corrections: readonly Correction[], key: (correction: Correction) => string): readonly (readonly Correction[])[] {
  const parts = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const known = parts.get(key(correction));
    if (known) known.push(correction);
    else parts.set(key(correction), [correction]);
  }
  return [...parts.values()];
}

function noteOf([first]: readonly Correction[], lang: Lang): string {
  const words = WORDS[lang];
  const evidence = (first?.evidence ?? []).map((kind) => words.evidence[kind]).join(words.comma);
  const parts = [first && first.explains.length > 1 ? words.explains(first.explains.length) : '', evidence === '' ? '' : words.because(evidence)];
  return parts.filter((part) => part !== '').join(words.semicolon);
}

const withNote = (note: string, lang: Lang): { readonly note?: string } => (note === '' ? {} : { note: WORDS[lang].bracket(note) });

function answerLines(answer: readonly Correction[], lang: Lang): readonly CorrectionLine[] {
  const words = WORDS[lang];
  const note = withNote(noteOf(answer, lang), lang);
  if (answer.length === 1) return [{ text: words.one + correctionWords(answer[0]!, lang), item: false, ...note }];
  return [
    { text: words.several(answer.length).trim(), item: false, ...note },
    ...answer.map((change) => ({ text: correctionWords(change, lang), item: true })),
  ];
}

function alternativeLines(answers: readonly (readonly Correction[])[], lang: Lang): readonly CorrectionLine[] {
  const words = WORDS[lang];
  const note = [noteOf(answers[0]!, lang), words.undecided].filter((part) => part !== '').join(words.semicolon);
  const items = answers.map((answer, index) => ({
    text: `${index + 1}. ${answer.map((change) => correctionWords(change, lang)).join(words.semicolon)}`,
    item: true,
  }));
  return [{ text: words.oneOf(answers.length).trim(), item: false, ...withNote(note, lang) }, ...items];
}

/** The corrections of one file in the order in which they should be read: what is certain first. */
export function correctionLines(corrections: readonly Correction[], lang: Lang): readonly CorrectionLine[] {
  const answers = (certainty: Correction['certainty']): readonly (readonly Correction[])[] =>
    parted(
      corrections.filter((correction) => correction.certainty === certainty),
      ({ set }) => String(set),
    );
  // Answers to the same broken sums exclude each other; answers to others stand beside them.
  const questions = parted(
    answers('alternative').map(([first]) => first!),
    ({ pointer, explains }) => [pointer.split('/')[2], ...explains].join(' '),
  );
  return [
    ...answers('unique').flatMap((answer) => answerLines(answer, lang)),
    ...questions.flatMap((firsts) =>
      alternativeLines(
        firsts.map(({ set }) => corrections.filter((correction) => correction.set === set)),
        lang,
      ),
    ),
  ];
}
