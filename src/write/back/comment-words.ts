/** What the comments say: which cell is probably wrong first, then each finding with what to do. */
import type { Lang } from '../../base/lang.js';
import { cellName } from '../../form/model/names.js';
import type { Correction, Diagnostic, FileResult, Place } from '../../judge/diagnostic.js';

type Checked = Extract<FileResult, { status: 'checked' }>;

/** The words about one node. */
export interface CommentWords {
  readonly pointer: string;
  readonly place: Place;
  readonly paragraphs: readonly string[];
}

const SEVERITY: { readonly [lang in Lang]: { readonly [severity in Diagnostic['severity']]: string } } = {
  zh: { error: '错误', warning: '警告', info: '提示' },
  en: { error: 'Error', warning: 'Warning', info: 'Info' },
};

function findingWords({ ruleId, severity, message, help }: Diagnostic, lang: Lang): readonly string[] {
  return lang === 'zh'
    ? [`【${SEVERITY.zh[severity]}】${message}（${ruleId}）`, `修改建议：${help}`]
    : [`[${SEVERITY.en[severity]}] ${message} (${ruleId})`, `How to mend: ${help}`];
}

/** A correction in words, for a comment in the very cell. */
function correctionWords({ pointer, from, to, certainty, set }: Correction, all: readonly Correction[], lang: Lang): string {
  const others = all.filter((other) => other.set === set && other.pointer !== pointer).map((other) => other);
  const unique = certainty === 'unique';
  if (lang === 'zh') {
    const shown = from === null ? '（无数）' : String(from);
    const together = others.map((other) => `“${cellName(other.pointer) ?? other.pointer}”应为 ${other.to}`).join('、');
    return `${unique ? '这一格最可能写错' : '这一格可能写错'}：${shown} 应为 ${to}${together === '' ? '' : `，同时${together}`}${unique ? '。' : '；还有别的可能，请对照台账。'}`;
  }
  const shown = from === null ? '(no number)' : String(from);
  const together = others.map((other) => `“${cellName(other.pointer, 'en') ?? other.pointer}” should be ${other.to}`).join(', ');
  return `${unique ? 'This cell is most likely wrong' : 'This cell may be wrong'}: ${shown} should be ${to}${together === '' ? '' : `, and ${together}`}${unique ? '.' : '; other changes would do as well, compare with your records.'}`;
}

/** The words of a result, corrections first, then findings in order of reading. Accepted findings are left out. */
export function commentsOf({ diagnostics, corrections }: Checked, lang: Lang): readonly CommentWords[] {
  return [
    ...corrections.map((correction) => ({ pointer: correction.pointer, place: {}, paragraphs: [correctionWords(correction, corrections, lang)] })),
    ...diagnostics
      .filter(({ suppressed }) => suppressed === undefined)
      .map((diagnostic) => ({ pointer: diagnostic.pointer, place: diagnostic.place, paragraphs: findingWords(diagnostic, lang) })),
  ];
}
