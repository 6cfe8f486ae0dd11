/** What is read from the running text: statements that repeat the tables, and numbers that are left aside. */
import type { SectionKey, TableKey } from '../../form/editions/index.js';
import type { ClaimReading } from './cells.js';
import type { WrittenNumber } from './number.js';

/** Why a number (or a negation) is not compared with the tables, each with its meaning. */
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
  /** Where the number stands; absent for a negation. */
  readonly figure?: WrittenNumber;
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
