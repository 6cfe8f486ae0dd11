/** `-f slips:DIR/`: a Word document for each unit that must mend or verify something, and one for all. */
import { InputError } from '../../base/errors.js';
import type { BesideReports, FileResult } from '../../judge/diagnostic.js';
import { compareUnits, foldUnit } from '../../judge/organs/same-name.js';
import type { ReportOptions, Summary } from '../../write/result/index.js';
import { type NoticeRow, noticeDocx, noticeRow } from '../../write/slips/notice.js';
import { needsSlip, slipDocx } from '../../write/slips/slip.js';
import { emit } from './emit.js';
import type { Session } from './session.js';
import { replaceableBy } from './target.js';

/** The folder of slips in the making. */
export interface Slips {
  file(result: FileResult): Promise<void>;
  end(summary: Summary, beside: BesideReports): Promise<void>;
}

/** What slips need beside the results. */
export interface SlipsOptions extends Pick<ReportOptions, 'lang' | 'catalogue'> {
  /** The deadlines that the roster states. */
  readonly deadlines: readonly { readonly unit: string; readonly deadline?: string }[];
  /** Files that are never replaced. */
  readonly inputs: readonly string[];
  readonly overwrite: boolean;
}

/** A name for a file on every system. */
function fileName(text: string): string {
  const safe = text
    .replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
    .replace(/^\.+|[. ]+$/g, '')
    .slice(0, 80);
  return safe === '' ? '_' : safe;
}

/** Begins a folder of slips; a file that is there and must not be replaced goes to `refused`, the others are written. Errors: InputError when it cannot be written to. */
export function createSlips(session: Session, folder: string, options: SlipsOptions, refused: { readonly error: InputError }[]): Slips {
  const { host, lang, texts } = session;
  const rows: NoticeRow[] = [];
  const taken = new Set<string>();
  const top = folder.replace(/[/\\]+$/, '');
  const nameOf = (text: string): string => {
    const stem = fileName(text);
    let name = stem;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1) name = `${stem}(${count})`;
    taken.add(name.toLowerCase());
    return `${name}.docx`;
  };
  const deadlineOf = (unit: string): string | undefined =>
    options.deadlines.find((entry) => compareUnits(foldUnit(entry.unit), foldUnit(unit)) !== 'different')?.deadline;
  const write = async (name: string, bytes: Uint8Array): Promise<void> => {
    const path = `${top}/${name}`;
    host.files.makeFolder(top);
    try {
      await emit(session, bytes, path, options.inputs, replaceableBy('docx', options.overwrite));
      await host.stderr.write(`${texts.converted(path)}\n`);
    } catch (error) {
      if (!(error instanceof InputError && error.code === 'not-replaced')) throw error;
      refused.push({ error });
    }
  };
  const notice = nameOf(texts.noticeName);
  return {
    async file(result) {
      rows.push(noticeRow(result));
      if (!needsSlip(result)) return;
      const unit = result.status === 'checked' ? result.unit : null;
      const base = result.file.slice(Math.max(result.file.lastIndexOf('/'), result.file.lastIndexOf('\\')) + 1).replace(/\.[^.]*$/, '');
      await write(nameOf(unit ?? base), slipDocx(result, unit === null ? undefined : deadlineOf(unit), lang));
    },
    end: (summary, beside) => write(notice, noticeDocx(rows, summary, beside, options)),
  };
}
