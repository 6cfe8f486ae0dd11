/** Reports written in every format that can be read again. */
import type { Reading } from '../../src/form/model/reading.js';
import type { TableData } from '../../src/form/model/report.js';
import { parseBytes } from '../../src/read/index.js';
import { loadWriter, type TargetName } from '../../src/write/report/index.js';

/** The formats that our own readers read. */
export const readable = ['docx', 'html', 'md', 'txt', 'json'] as const satisfies readonly TargetName[];

/** A report in a format, as bytes. */
export async function written(reading: Reading, target: TargetName, lang: 'zh' | 'en' = 'zh'): Promise<Uint8Array> {
  const result = (await loadWriter(target))(reading, { lang });
  return typeof result === 'string' ? new TextEncoder().encode(result) : result;
}

/** A report in a format that is text. */
export async function writtenText(reading: Reading, target: TargetName, lang: 'zh' | 'en' = 'zh'): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await written(reading, target, lang));
}

/** A report written and read again. */
export async function again(reading: Reading, target: TargetName): Promise<Reading> {
  return parseBytes(await written(reading, target), `report.${target}`);
}

/** Every figure of a part of a table made blank. */
export function blanked(data: TableData): TableData {
  return Object.fromEntries(Object.entries(data).map(([key, node]) => [key, node === null || typeof node === 'number' ? null : blanked(node)]));
}
