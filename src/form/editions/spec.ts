/**
 * The shape of the forms as data. Everything that knows a row, a column or a sum of the statutory tables
 * derives it from here: label matching, the canonical keys, the JSON Schema, the sum checks, the writers.
 */

/** The three statutory tables, keyed by the section they stand in. */
export type TableKey = 'disclosure' | 'requests' | 'disputes';

/** The six fixed sections in their printed order. */
export type SectionKey = 'overview' | 'disclosure' | 'requests' | 'disputes' | 'problems' | 'other';

/** A law or notice and the clause of it that a rule or a sum rests on; Chinese official names. */
export interface Basis {
  readonly document: string;
  readonly clause?: string;
}

/** What a cell may hold: a count (件, whole, ≥ 0), a signed change (whole), an amount (decimals allowed, ≥ 0). */
export type CellKind = 'count' | 'change' | 'amount';

/** One column that holds values. `key` is the pointer path the column adds below its row. */
export interface ColumnSpec {
  readonly key: string;
  /** The printed label of the column itself. */
  readonly label: string;
  /** Other wordings seen in real reports. */
  readonly aliases?: readonly string[];
  /** Printed header labels above it, outermost first (法人或其他组织; 行政诉讼 › 未经复议直接起诉). */
  readonly groups?: readonly string[];
  readonly kind: CellKind;
  /** English name, for `--lang en`. */
  readonly en: string;
  /** The unit that the form prints or implies: 件, 项, 万元. */
  readonly unit?: string;
}

/** One row that holds values. `key` is the pointer path below the table; empty when the table has one unlabelled row. */
export interface RowSpec {
  readonly key: string;
  /** The printed label with its number, as in the form: 1.属于国家秘密. */
  readonly label: string;
  readonly aliases?: readonly string[];
  /** Printed labels that span this row from the left, outermost first (三、本年度办理结果 › （三）不予公开). */
  readonly groups?: readonly string[];
  readonly en: string;
}

/** A stretch of a table with its own header row. */
export interface BlockSpec {
  /** The line above the header, as printed: 第二十条第（一）项. Absent where the table is a single block. */
  readonly heading?: string;
  /** What stands above the row labels: 信息内容, or the 勾稽关系 note. Absent where there are no row labels. */
  readonly corner?: string;
  readonly cornerAliases?: readonly string[];
  /** A header label printed once over all value columns: 申请人情况. */
  readonly banner?: string;
  readonly columns: readonly ColumnSpec[];
  readonly rows: readonly RowSpec[];
}

/**
 * One sum of the form, for each column or for each row: Σ left = Σ right (or ≥, for what a person must weigh).
 * Terms are row keys when it runs along a column, column keys when it runs along a row; a leading `-` subtracts.
 */
export interface RelationSpec {
  /** The rule that reports it. */
  readonly rule: string;
  readonly repeat: 'for-each-column' | 'for-each-row';
  /** Restricts the repetition to these row (or column) keys; all of them when absent. */
  readonly only?: readonly string[];
  readonly comparison: '=' | '>=';
  readonly left: readonly string[];
  readonly right: readonly string[];
  readonly basis: Basis;
}

/** One statutory table of one edition. */
export interface TableSpec<E extends string = string> {
  readonly key: TableKey;
  readonly edition: E;
  readonly blocks: readonly BlockSpec[];
  readonly relations: readonly RelationSpec[];
}

/** One of the six sections: its number is its place in the list. */
export interface SectionSpec {
  readonly key: SectionKey;
  /** The printed heading without its number. */
  readonly title: string;
  readonly aliases: readonly string[];
  readonly en: string;
  /** The table that must stand in it. */
  readonly table?: TableKey;
}

/** A whole form: the notice that issued it, the years it is for, its sections and tables. */
export interface EditionSpec<E extends string = string> {
  readonly edition: E;
  /** `subject`: the end of its title as reports print it, which tells the notices apart; a global pattern. */
  readonly notice: { readonly number: string; readonly title: string; readonly subject: RegExp };
  /** First report year that it is for. */
  readonly firstYear: number;
  readonly sections: readonly SectionSpec[];
  readonly tables: readonly TableSpec<E>[];
}
