/** The formats that a report can be written in, by name, each loaded when it is asked for. */
import type { Lang } from '../../base/lang.js';
import type { Reading } from '../../form/model/reading.js';

/** How a report is written. */
export interface WriteOptions {
  /** Language of what is not the report's own: names of columns and sheets. */
  readonly lang: Lang;
  /** Adds the untouched text and the place of every value; only in JSON. */
  readonly locations?: boolean;
  /** Lines that a workbook, which prints no running text, has on a sheet of their own. */
  readonly remarks?: readonly string[];
}

/** Writes a report as text, or as the bytes of a package. */
export type Writer = (reading: Reading, options: WriteOptions) => string | Uint8Array;

const loaders = {
  json: async (): Promise<Writer> => {
    const { reportJson } = await import('./json.js');
    return (reading, { locations = false }) => reportJson(reading, { locations, indent: 2 });
  },
  ndjson: async (): Promise<Writer> => {
    const { reportJson } = await import('./json.js');
    return (reading, { locations = false }) => reportJson(reading, { locations, indent: 0 });
  },
  csv: async (): Promise<Writer> => {
    const { reportCsv } = await import('./csv.js');
    return (reading, { lang }) => reportCsv(reading, lang);
  },
  xlsx: async (): Promise<Writer> => {
    const { reportXlsx } = await import('./xlsx.js');
    return (reading, { lang, remarks }) => reportXlsx(reading, lang, remarks);
  },
  md: async (): Promise<Writer> => (await import('./markdown.js')).reportMarkdown,
  html: async (): Promise<Writer> => {
    const { reportHtml } = await import('./html.js');
    return (reading, { lang }) => reportHtml(reading, lang);
  },
  txt: async (): Promise<Writer> => (await import('./text.js')).reportText,
  docx: async (): Promise<Writer> => (await import('./docx.js')).reportDocx,
} as const;

/** The name of a format; also the usual extension of its files. */
export type TargetName = keyof typeof loaders;

/** The names of all formats; the first is the default. */
export const targetNames = Object.keys(loaders) as readonly TargetName[];

/** The writer of a format. */
export function loadWriter(name: TargetName): Promise<Writer> {
  return loaders[name]();
}
