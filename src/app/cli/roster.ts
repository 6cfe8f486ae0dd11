/** Reading the roster of those who owe a report: a text file in any encoding, or a workbook. */
import { isZip, openZip } from '../../base/package/zip.js';
import type { RosterEntry } from '../../judge/aggregate/add-up.js';
import { ROSTER_FORM, type RosterLine, readRosterLines, rosterLinesOf } from '../../judge/aggregate/roster.js';
import { decodeText } from '../../read/formats/encoding.js';
import { readSheets, type Sheet } from '../../read/formats/xlsx/sheets.js';
import { named } from '../config/settings-file.js';
import { about } from './about.js';
import type { Session } from './session.js';

function linesOf({ rows }: Sheet): readonly RosterLine[] {
  return [...rows].map(([row, cells]) => ({
    number: row + 1,
    values: Array.from({ length: Math.max(...cells.keys()) + 1 }, (_, column) => (cells.get(column) ?? '').replace(/\s+/g, ' ').trim()),
  }));
}

/** The sheet that is a roster: the first with a unit in it. */
function sheetOf(bytes: Uint8Array): readonly RosterLine[] {
  const { sheets } = readSheets(openZip(bytes));
  return linesOf(sheets.find(({ rows }) => rows.size > 0) ?? { name: '', rows: new Map(), merged: [] });
}

/** The roster of a file. Errors: InputError with its name: it cannot be read, names no unit, or contradicts itself. */
export async function loadRoster({ host }: Session, file: string): Promise<readonly RosterEntry[]> {
  const bytes = await about(file, () => host.files.read(file));
  const lines = named(file, ROSTER_FORM, () => (isZip(bytes) ? sheetOf(bytes) : rosterLinesOf(decodeText(bytes).text)));
  return about(file, () => readRosterLines(lines));
}
