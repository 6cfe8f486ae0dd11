/** What is read from the running text: numbers that repeat the tables, and numbers that only look so. */
import type { CellPointer, SectionKey, TableKey, Term } from '../../form/editions/index.js';

/** Why a number (or a negation) that names a figure of the tables is not compared with them, each with its meaning. */
export const asideReasons = {
  area: '说的是整个地区、下属单位或者部分单位',
  'other-unit': '说的是别的单位',
  agency: '代他人办理、备案，或者作为复议机关办理',
  cumulative: '累计数',
  cutoff: '不到年底的数',
  'other-year': '别的年度',
  comparison: '增减数',
  approximate: '约数',
  subset: '表中没有单列的一部分',
  foreign: '热线、信访、行政许可申请等其他事项',
  publication: '公开了多少条信息，而不是制发了多少文件、作出了多少决定',
  unread: '名称与数字之间有读不懂的文字',
  ambiguous: '有多种理解',
  blank: '表中对应的格空白或者无法识别',
  'no-cell': '报告没有对应的表、行或者列',
} as const;

/** A key of `asideReasons`. */
export type AsideReason = keyof typeof asideReasons;

/** One way to understand a claim: the signed sum of these cells. */
export type ClaimReading = readonly Term[];

/** A statement of the text about figures of one table. */
export interface Claim {
  /** The paragraph. */
  readonly pointer: string;
  /** UTF-16 offsets of its words in the paragraph, end exclusive. */
  readonly span: readonly [number, number];
  /** Index of its sentence, over the whole report. */
  readonly sentence: number;
  readonly table: TableKey;
  /** 0 for a negation (未收到). */
  readonly value: number;
  /** What the last printed place of the value is worth; the value holds within less than it, exactly when it is 1. */
  readonly step: number;
  /** 件, 条 …; 万元 for amounts; empty for a negation. */
  readonly unit: string;
  readonly readings: readonly ClaimReading[];
  /** The kinds of the words that name the figure: 收到 and 办理 may stand for the same cells and are not the same statement. */
  readonly named: string;
  /** Said without a number. */
  readonly negative: boolean;
  /**
   * area: speaks of an area whose figures the table may or may not hold; compared only when others beside it agree with the table.
   * subset: may be a part of the table's figure (其中答复2件); compared only when it agrees.
   */
  readonly doubt?: 'area' | 'subset';
  /** Of an area its own organ alone (县政府本级收到21件): other figures than those of the whole area. */
  readonly level?: true;
}

/** A number that was recognised and is not compared. */
export interface LeftAside {
  readonly pointer: string;
  readonly span: readonly [number, number];
  readonly reason: AsideReason;
}

/** Running text to read claims from, with what is known about the report. */
export interface ClaimSource {
  readonly paragraphs: readonly { readonly pointer: string; readonly text: string; readonly section?: number }[];
  /** Keys of the report's sections in their order. */
  readonly sections: readonly SectionKey[];
  readonly year?: number;
  readonly unit?: string;
}

/** The term of one cell. */
export function plus(pointer: CellPointer): Term {
  return { pointer, sign: 1 };
}

/** The same cells in other columns of their rows. */
export function inColumns(reading: ClaimReading, columns: readonly string[]): ClaimReading {
  return reading.flatMap(({ pointer, sign }) => columns.map((column) => ({ pointer: pointer.replace(/[^/]*$/, column) as CellPointer, sign })));
}
