/** Many reports as one data set, in the formats that statistics programs take; each loaded when it is asked for. */
import type { DataSet } from './stream.js';

export type { DataSet, DataSetStream, Piece } from './stream.js';

const loaders = {
  ndjson: async (): Promise<DataSet> => {
    const { reportJson } = await import('../json.js');
    return ({ locations = false }) => ({ start: () => '', add: (reading) => reportJson(reading, { locations, indent: 0 }), end: () => '' });
  },
  csv: async (): Promise<DataSet> => (await import('./csv.js')).csvDataSet,
  xlsx: async (): Promise<DataSet> => (await import('./xlsx.js')).xlsxDataSet,
  parquet: async (): Promise<DataSet> => (await import('./parquet.js')).parquetDataSet,
} as const;

/** The name of a format that holds many reports; also the usual extension of its files. */
export type DataSetName = keyof typeof loaders;

/** The names of all. */
export const dataSetNames = Object.keys(loaders) as readonly DataSetName[];

/** Whether a word names one. */
export function isDataSetName(name: string | undefined): name is DataSetName {
  return name !== undefined && Object.hasOwn(loaders, name);
}

/** The data set of a format. */
export function loadDataSet(name: DataSetName): Promise<DataSet> {
  return loaders[name]();
}
