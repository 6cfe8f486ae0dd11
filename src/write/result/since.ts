/** What became of an earlier run's findings, in words. */
import type { Lang } from '../../base/lang.js';
import type { Diagnostic, SinceCheck, SinceRun } from '../../judge/diagnostic.js';
import { printable } from './printable.js';

interface Words {
  readonly open: string;
  readonly new: string;
  readonly mended: string;
  readonly counts: (mended: number, open: number, fresh: number) => string;
  readonly unjudged: (count: number) => string;
  readonly firstTime: string;
  readonly stop: string;
  readonly absent: (findings: number) => string;
  readonly absentTitle: string;
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    open: '仍未改',
    new: '新增',
    mended: '已改',
    counts: (mended, open, fresh) => `与上次相比：已改${mended}处，仍未改${open}处，新增${fresh}处`,
    unjudged: (count) => `，另有${count}处这次没有检查`,
    firstTime: '上次没有检查这份报告，问题都算新增',
    stop: '。',
    absent: (findings) => `上次${findings === 0 ? '未能检查' : `有${findings}处问题`}，这次没有报来`,
    absentTitle: '没有重新报送',
  },
  en: {
    open: 'still open',
    new: 'new',
    mended: 'mended',
    counts: (mended, open, fresh) => `Since the earlier run: ${mended} mended, ${open} still open, ${fresh} new`,
    unjudged: (count) => `; ${count} more were not checked now`,
    firstTime: 'This report was not checked in the earlier run; every finding counts as new',
    stop: '.',
    absent: (findings) => `was not handed in again (${findings === 0 ? 'it could not be checked then' : `errors and warnings then: ${findings}`})`,
    absentTitle: 'Not handed in again',
  },
};

/** Whether a finding was known; empty when no earlier run is compared with. */
export function sinceWord(since: Diagnostic['since'], lang: Lang): string {
  return since === undefined ? '' : WORDS[lang][since];
}

/** What mended findings are called. */
export function mendedTitle(lang: Lang): string {
  return WORDS[lang].mended;
}

/** One sentence about a report. */
export function sinceWords({ earlier, mended, open, new: fresh, unjudged }: SinceCheck, lang: Lang): string {
  const words = WORDS[lang];
  if (earlier === null) return words.firstTime + words.stop;
  return words.counts(mended.length, open, fresh) + (unjudged === 0 ? '' : words.unjudged(unjudged)) + words.stop;
}

/** One sentence about the run. */
export function sinceRunWords({ mended, open, new: fresh }: SinceRun, lang: Lang): string {
  return WORDS[lang].counts(mended, open, fresh) + WORDS[lang].stop;
}

/** A report of the earlier run that was not handed in again. */
export interface AbsentLine {
  readonly id: 'since/not-returned';
  readonly unit: string;
  readonly file: string;
  readonly message: string;
  /** Unit, file and message in one. */
  readonly sentence: string;
}

/** What the list of them is called. */
export function absentTitle(lang: Lang): string {
  return WORDS[lang].absentTitle;
}

/** The reports that were not handed in again, in the order of the earlier run. */
export function absentLines(since: SinceRun | undefined, lang: Lang): readonly AbsentLine[] {
  const [open, close, colon] = lang === 'zh' ? ['（', '）', '：'] : [' (', ')', ': '];
  return (since?.absent ?? []).map(({ file, unit, findings }) => {
    const [name, at, message] = [printable(unit ?? ''), printable(file), WORDS[lang].absent(findings)];
    return { id: 'since/not-returned', unit: name, file: at, message, sentence: `${name === '' ? at : name + open + at + close}${colon}${message}` };
  });
}
