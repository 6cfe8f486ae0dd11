/** The reports that lie on the page's desk: read, judged, shown, given back. Nothing here knows a window, a worker or a disk. */
import { zipSync } from 'fflate';
import { InputError, type Sentence } from '../../base/errors.js';
import { version } from '../../base/version.js';
import { editionForYear, editions } from '../../form/editions/index.js';
import { blankReading } from '../../form/model/blank.js';
import type { Reading } from '../../form/model/reading.js';
import type { FileResult } from '../../judge/diagnostic.js';
import { type Judged, judgeReading, type LintOptions } from '../../judge/judge.js';
import { createFinder, type PreviousReport, remembered } from '../../judge/previous.js';
import { rules } from '../../judge/rules/index.js';
import { selectRules } from '../../judge/select.js';
import { parseBytes } from '../../read/index.js';
import { annotateDocument, type ChangedLine, fixDocument } from '../../write/back/index.js';
import { reportDocx } from '../../write/report/docx.js';
import { addToSummary, emptySummary, loadReporter, render, showsDocuments } from '../../write/result/index.js';
import { filesInArchive, INSIDE } from '../archive.js';
import { fileKind } from '../kinds.js';
import { lintFile } from '../outcome.js';
import type { PageSettings } from './settings.js';

/** A file as it was dropped: its name with the folders it came in, and its bytes. */
export interface DroppedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A file to be kept by the user. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One report of the desk, as the page lists it. */
export interface DeskEntry {
  readonly name: string;
  readonly unit: string | undefined;
  readonly status: FileResult['status'];
}

/** What checking results in: the page of results, and what lies on the desk now. */
export interface Checked {
  readonly page: string;
  readonly entries: readonly DeskEntry[];
  /** Earlier reports that could not be read: name and sentence. */
  readonly unreadable: readonly { readonly name: string; readonly sentence: Sentence }[];
}

/** A repaired copy, and its lines that differ from the report's; no file when nothing could be repaired. */
export interface Repaired {
  readonly file: GivenFile | undefined;
  readonly lines: readonly ChangedLine[];
  /** Repairs left out because they could not be proved. */
  readonly skipped: number;
}

/** How far a run is. */
export type Progress = (done: number, total: number, name: string) => void;

/** All that can be given back, in one archive. */
export interface Bundle {
  readonly file: GivenFile;
  /** Reports without a commented copy: name and why. */
  readonly without: readonly { readonly name: string; readonly sentence: Sentence }[];
}

/** Everything that the page can ask for. Errors: InputError for what is no report, or of a kind that cannot be given back. */
export interface Desk {
  check(reports: readonly DroppedFile[], previous: readonly DroppedFile[], settings: PageSettings, progress: Progress): Promise<Checked>;
  /** A copy with the findings as notes on the words and cells they speak of. */
  annotate(index: number): Promise<GivenFile>;
  /** A copy with the repairs that are beyond doubt. */
  repair(index: number): Promise<Repaired>;
  /** The list of problems as a workbook. */
  problems(): Promise<GivenFile>;
  /** The page of results, to be kept. */
  results(): GivenFile;
  /** The commented copies, the list of problems and the page of results as a zip. */
  everything(progress: Progress): Promise<Bundle>;
  /** The blank form. */
  blank(settings: PageSettings): GivenFile;
}

/** `folder/报告.docx` → `folder/报告`. */
function stem(name: string): string {
  return name.replaceAll('\\', '/').replace(/\.[^./]*$/, '');
}

function extension(name: string): string {
  return /\.[^./\\]+$/.exec(name)?.[0] ?? '';
}

/** A file on the desk: one of an archive is inflated when it is read. Errors of `read`: InputError. */
interface Held {
  readonly name: string;
  readonly read: () => Uint8Array;
}

async function readPrevious(files: readonly Held[]): Promise<{ readonly reports: readonly PreviousReport[]; readonly unreadable: Checked['unreadable'] }> {
  const reports: PreviousReport[] = [];
  const unreadable: { name: string; sentence: Sentence }[] = [];
  for (const { name, read } of files) {
    try {
      reports.push(remembered(name, await parseBytes(read(), name)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      unreadable.push({ name, sentence: error.sentence });
    }
  }
  return { reports, unreadable };
}

/** The files with those of archives in their place; an archive that cannot be opened stays, and its own reading says why. */
function unpacked(files: readonly DroppedFile[]): readonly Held[] {
  return files.flatMap(({ name, bytes }): readonly Held[] => {
    const whole = [{ name, read: () => bytes }];
    if (!/\.zip$/i.test(name)) return whole;
    try {
      const inside = filesInArchive(bytes)?.filter((file) => ['report', 'tentative'].includes(fileKind(file.name)));
      return inside?.map((file) => ({ name: `${name}${INSIDE}${file.name}`, read: file.read })) ?? whole;
    } catch (error) {
      if (error instanceof InputError) return whole;
      throw error;
    }
  });
}

/** An empty desk. */
export function createDesk(): Desk {
  let files: readonly Held[] = [];
  let results: readonly FileResult[] = [];
  let page = '';
  let options: LintOptions = { lang: 'zh', rules: selectRules(rules, {}) };
  const word = (zh: string, en: string): string => (options.lang === 'zh' ? zh : en);
  const judge =
    (name: string) =>
    (reading: Reading): Judged =>
      judgeReading(reading, name, options);

  const desk: Desk = {
    check: async (dropped, previous, { lang, unitClass, year }, progress) => {
      const reports = unpacked(dropped);
      const earlier = await readPrevious(unpacked(previous));
      options = {
        lang,
        rules: selectRules(rules, {}),
        ruleOptions: { ...(unitClass === undefined ? {} : { unitClass }), ...(year === undefined ? {} : { year }) },
        ...(earlier.reports.length === 0 ? {} : { previous: createFinder({ kind: 'folder', reports: earlier.reports }) }),
      };
      files = reports;
      const stream = (await loadReporter('html'))({ lang, color: 0, width: Number.POSITIVE_INFINITY, catalogue: rules, toolVersion: version });
      const withView = showsDocuments('html', reports.length);
      const pieces = [stream.start()];
      const found: FileResult[] = [];
      for (const { name, read } of reports) {
        progress(found.length, reports.length, name);
        const { result, view } = await lintFile(async () => read(), name, options, withView);
        found.push(result);
        pieces.push(stream.file(result, view));
      }
      results = found;
      pieces.push(stream.end(found.reduce(addToSummary, emptySummary)));
      page = pieces.join('');
      const entries = found.map(
        (result): DeskEntry => ({ name: result.file, unit: (result.status === 'checked' && result.unit) || undefined, status: result.status }),
      );
      return { page, entries, unreadable: earlier.unreadable };
    },
    annotate: async (index) => {
      const { name, read } = files[index]!;
      const annotated = await annotateDocument(read(), name, (reading) => judge(name)(reading).result, options.lang);
      return { name: `${stem(name)}.${word('批注', 'comments')}.${annotated.format}`, bytes: annotated.bytes };
    },
    repair: async (index) => {
      const { name, read } = files[index]!;
      const fixed = await fixDocument(read(), name, judge(name), { unsafe: false, fillZero: false });
      const file =
        fixed.repairs.length + fixed.formatting === 0 ? undefined : { name: `${stem(name)}.${word('修改', 'fixed')}${extension(name)}`, bytes: fixed.bytes };
      return { file, lines: fixed.lines, skipped: fixed.skipped.length };
    },
    problems: async () => {
      const run = { schemaVersion: 2 as const, files: results, summary: results.reduce(addToSummary, emptySummary) };
      const bytes = render(await loadReporter('xlsx'), run, {
        lang: options.lang,
        color: 0,
        width: Number.POSITIVE_INFINITY,
        catalogue: rules,
        toolVersion: version,
      });
      return { name: `${word('问题清单', 'problems')}.xlsx`, bytes };
    },
    results: () => ({ name: `${word('检查结果', 'results')}.html`, bytes: new TextEncoder().encode(page) }),
    blank: ({ year, lang }) => ({
      name: `${lang === 'zh' ? '空白报告' : 'blank'}.docx`,
      bytes: reportDocx(blankReading(year === undefined ? { edition: editions.at(-1)!.edition } : { edition: editionForYear(year), year })),
    }),
    everything: async (progress) => {
      const entries: Record<string, Uint8Array> = {};
      const without: { name: string; sentence: Sentence }[] = [];
      const put = ({ name, bytes }: GivenFile): void => {
        let free = name;
        for (let number = 2; Object.hasOwn(entries, free); number += 1) free = name.replace(/(?=\.[^./]*$)/, `(${number})`);
        entries[free] = bytes;
      };
      for (const [index, result] of results.entries()) {
        progress(index, results.length, result.file);
        if (result.status !== 'checked') continue;
        try {
          put(await desk.annotate(index));
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
          without.push({ name: result.file, sentence: error.sentence });
        }
      }
      put(await desk.problems());
      put(desk.results());
      return { file: { name: `${word('年报检查', 'reports')}.zip`, bytes: zipSync(entries, { level: 0, mtime: new Date(1980, 0, 1) }) }, without };
    },
  };
  return desk;
}
