/** What a rule is. One file, one rule; see CONTRIBUTING for adding one. */
import type { Sentence } from '../base/errors.js';
import type { Lang } from '../base/lang.js';
import type { Basis, CellPointer, Edition, Relation } from '../form/editions/index.js';
import type { LaidPage, LaidParagraph, LaidTable, TextLook } from '../form/model/layout.js';
import type { Located, Reading, ReadingNote, TableFacts } from '../form/model/reading.js';
import type { Report } from '../form/model/report.js';
import type { SourcePlace } from '../form/place.js';
import type { Claim, Claims } from './claims/index.js';
import type { Severity } from './diagnostic.js';
import type { UnitClass } from './organs/unit-class.js';
import type { Duties } from './profiles/duties.js';
import type { RunFindings } from './run/findings.js';

export type { UnitClass } from './organs/unit-class.js';

/** A change of the document that mends a finding beyond doubt; `gov-report fix` makes it. */
export interface Repair {
  /** JSON Pointer of a text or of a cell. */
  readonly on: string;
  /** The words to replace: UTF-16 offsets in the node's text, end exclusive. A cell is replaced as a whole. */
  readonly span?: readonly [number, number];
  /** What stands there afterwards. */
  readonly text: string;
  /** Made only when the user asks for this kind. */
  readonly only?: 'fill-zero';
}

/** A change of how something is set that a profile states exactly; `gov-report fix` makes it in a .docx. */
export interface Formatting {
  /** Offset in the main part of the start tag of the run or paragraph. */
  readonly at: number;
  readonly of: 'run' | 'paragraph';
  /** Sizes and distances in points, the indent in characters; `plain` takes colour and what lies behind the text away. */
  readonly set: { readonly font?: string; readonly size?: number; readonly plain?: true; readonly line?: number; readonly indent?: number };
}

/** A fault as a rule sees it: on which node, with which facts. Wording, place and severity are stamped by the engine. */
export interface Finding {
  /** JSON Pointer of the node, or of its nearest existing parent. */
  readonly on: string;
  /** The words of running text it speaks of: UTF-16 offsets in the node's text, end exclusive. */
  readonly span?: readonly [number, number];
  /** Which of the rule's messages; the first when absent. */
  readonly message?: string;
  /** Where in the file, when what it speaks of is no node of the model: a row that the form lacks, hidden text. */
  readonly place?: SourcePlace;
  /** Facts for the message's placeholders; a fact that has a name in each language (a row, a column) gives both. */
  readonly data?: Readonly<Record<string, string | number | Sentence>>;
  readonly actual?: number | string | null;
  readonly expected?: number | string | null;
  readonly related?: readonly { readonly pointer: string; readonly side?: 'left' | 'right'; readonly sign?: 1 | -1 }[];
  /** Changes that together mend it; none where a person must decide. */
  readonly repairs?: readonly Repair[];
  /** Changes of the setting that together mend it. */
  readonly formatting?: readonly Formatting[];
  /** What to do about this one, where it is not what helps against the others of the rule. */
  readonly help?: Sentence;
  /** The local document that asks for it, in place of the rule's own basis. */
  readonly basis?: string;
  /** Lowers the severity of this finding below the rule's own, where the evidence is weaker. */
  readonly weaker?: 'warning' | 'info';
}

/** What a rule may ask. Everything is computed once per report and never changed. */
export interface RuleContext {
  readonly reading: Reading;
  /** The edition the report's year calls for. */
  readonly edition: Edition;
  /** Untouched text and place of a node. */
  locate(pointer: string): Located | undefined;
  /** The number at a cell, null when blank or unreadable, undefined when the table has no such cell. */
  value(pointer: CellPointer): number | null | undefined;
  /** Every sum of every table that was found, evaluated. */
  readonly sums: readonly Sum[];
  /** The running text: every paragraph of preface, sections and closing with its pointer. */
  readonly paragraphs: readonly TextNode[];
  /** The figures that the running text repeats from the tables, compared with them. */
  readonly claims: Claims;
  readonly options: RuleOptions;
  /** What the profiles of this run ask of the report. */
  readonly duties: Duties;
  /** Last year's report of the same unit, when one was given. */
  readonly previous?: Reading;
  /** The reports of the units below, when this report is held against their sum. */
  readonly rollUp?: RollUp;
  /** What all reports of the run together tell of this one; only at the end of a run. */
  readonly run?: RunFindings;
}

/** The units whose tables a government's own report must add up to. */
export interface RollUp {
  readonly units: readonly { readonly unit: string; readonly cells: ReadonlyMap<CellPointer, number | null> }[];
  /** Expected units without a report; undefined when nobody said who is expected. */
  readonly missing?: readonly string[];
}

/** A paragraph of running text. */
export interface TextNode {
  readonly pointer: string;
  readonly text: string;
  /** Index of its section in the report; undefined in preface and closing. */
  readonly section?: number;
}

/** A relation with the figures of this report. */
export interface Sum {
  readonly relation: Relation;
  /** Signed sum of the side; null when one of its cells is blank, unreadable or not there. */
  readonly left: number | null;
  readonly right: number | null;
  /** The cells that hold no number. */
  readonly unknown: readonly CellPointer[];
}

/** What the user may state about the unit; everything optional. */
export interface RuleOptions {
  /** The edition the report must follow, when the user gave it; from the year otherwise. */
  readonly edition?: Edition;
  /** The report year, when the user gave it. */
  readonly year?: number;
  /** The unit's name, when the user gave it. */
  readonly unit?: string;
  /** What kind of organ the unit is; judged from its name when absent. */
  readonly unitClass?: UnitClass;
  /** Last day for publishing, `MM-DD` of the year after the report year (条例 art. 49); that of the class when absent, else none is judged. */
  readonly deadline?: string;
  /** Known short names of the unit. */
  readonly abbreviations?: readonly string[];
  /** Whether the unit may make 规章; judged from its name when absent. */
  readonly ruleMakingPower?: boolean;
  /** What profiles ask; what the nation asks when absent. */
  readonly duties?: Duties;
}

/** How the document of an example is set: texts by pointer, its page, tables by their key. Only what is named is there at all. */
export interface ExampleLayout {
  readonly texts?: Readonly<
    Record<string, Partial<TextLook> & Partial<Pick<LaidParagraph, 'line' | 'grid' | 'indent' | 'align'>> & { readonly head?: string }>
  >;
  readonly page?: Partial<LaidPage>;
  readonly tables?: Readonly<Record<string, Partial<LaidTable>>>;
}

/** A change of the base report that makes an example: applied in order set, remove, raw, lost, facts. */
export interface Example {
  readonly name: string;
  readonly edition?: Edition;
  /** Values to put at JSON Pointers of the base report. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Pointers to take away. */
  readonly remove?: readonly string[];
  /** Untouched texts of cells, where they differ from the value. */
  readonly raw?: Readonly<Record<string, string>>;
  /** Cells whose value the layout lost. */
  readonly lost?: readonly string[];
  /** Facts of recognition that the model cannot say. */
  readonly tables?: Readonly<Record<string, Partial<TableFacts>>>;
  readonly notes?: readonly ReadingNote[];
  /** Values to put at JSON Pointers of last year's base report, for rules of group `history/`. */
  readonly previous?: Readonly<Record<string, unknown>>;
  /** The units below, for rules of group `rollup/`: their share of the base report's figures, other figures by pointer, and who is missing. */
  readonly rollUp?: {
    readonly units: readonly { readonly unit: string; readonly share: 'all' | 'none'; readonly cells?: Readonly<Record<string, number | null>> }[];
    readonly missing?: readonly string[];
  };
  /** What all reports of the run together tell. */
  readonly run?: RunFindings;
  /** How the document is set, where that differs from GB/T 9704. */
  readonly layout?: ExampleLayout;
  readonly options?: RuleOptions;
}

/** An example that must be reported, on exactly these nodes in this order. */
export interface BadExample extends Example {
  readonly expect: readonly string[];
}

/** Documentation in one language. */
export interface RuleDoc {
  /** Names the fault, not the remedy. */
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** A rule of the catalogue. */
export interface Rule {
  /** `group/name`, for ever. */
  readonly id: string;
  readonly severity: Severity;
  /** Another severity for the edition, where blanks and habits differ. */
  readonly severityIn?: { readonly [edition in Edition]?: Severity };
  /** The editions it applies to; both when absent. */
  readonly editions?: readonly Edition[];
  readonly basis: Basis;
  readonly docs: { readonly [lang in Lang]: RuleDoc };
  /** Message texts by name, `{fact}` placeholders; the first is the default. Both languages have the same names. */
  readonly message: { readonly [lang in Lang]: Readonly<Record<string, string>> };
  readonly examples: { readonly good: readonly Example[]; readonly bad: readonly BadExample[] };
  /** It speaks of what only all reports of a run together tell (`context.run`), and is run again at its end. */
  readonly ofRun?: true;
  /** What it finds must not be printed: its words are masked in every result. */
  readonly secret?: true;
  /** Rules whose finding at the same node, or at one above it, already says what this one would. */
  readonly yieldsTo?: readonly string[];
  /** Whether anything is asked of the report that this rule judges; a rule that nobody asks does not run and is not counted. */
  readonly isAsked?: (context: RuleContext) => boolean;
  /** The claims of the text that it holds against the tables; they count as compared when it runs. */
  readonly compares?: (claim: Claim) => boolean;
  check(report: Report, context: RuleContext): Iterable<Finding>;
}

/** Declares a rule; exists for its types. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
