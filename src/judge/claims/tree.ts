/** What a sentence is made of: tokens, phrases with at most one figure each, and lists of figures. Every node has its place. */
import type { Meaning } from './lexicon.js';
import type { WrittenNumber } from './number.js';

/** UTF-16 offsets in the paragraph, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Marks that part phrases, full-width ones as half-width. */
export type Mark = ',' | ';' | ':' | '(' | ')';

/** What a word does, without which of several. */
export type Kind = Meaning extends infer One ? (One extends `${infer Head}:${string}` ? Head : One) : never;

/** A word of the lexicon; `of` says which outcome, applicant, case …. */
export interface Word extends Span {
  readonly type: 'word';
  readonly kind: Kind;
  readonly of: string;
}

/** A number with its unit. */
export interface Figure extends Span {
  readonly type: 'number';
  readonly number: WrittenNumber;
}

/** A piece of a sentence. */
export type Token =
  | Word
  | Figure
  | (Span & { readonly type: 'year'; readonly year: number })
  /** 12月31日, 6月: the month alone matters. */
  | (Span & { readonly type: 'month'; readonly month: number })
  | (Span & { readonly type: 'mark'; readonly mark: Mark })
  | (Span & { readonly type: 'quote'; readonly opens: boolean })
  /** A title in 《》. */
  | (Span & { readonly type: 'title' })
  /** What no entry of the lexicon says. */
  | (Span & { readonly type: 'gap' });

/** A sentence in tokens. */
export interface Lexed extends Span {
  readonly tokens: readonly Token[];
}

/** What stands before a phrase. */
export type Opening = 'start' | 'comma' | 'semicolon' | 'colon' | 'open' | 'close' | 'joined';

/** The smallest thing that is said: at most one figure with the words around it. */
export interface Phrase extends Span {
  readonly opening: Opening;
  /** In how many brackets it stands. */
  readonly depth: number;
  readonly tokens: readonly Token[];
  /** All its words. */
  readonly words: readonly Word[];
  /** Words that it shares with its neighbours: 予以公开、部分公开 before 分别为45件、14件 are one each, 申请 is both's. */
  readonly figure?: Figure;
  /** Words before the figure, and behind it. */
  readonly lead: readonly Word[];
  readonly tail: readonly Word[];
  /** 其中 and its like open it. */
  readonly opener?: 'among' | 'including';
  /** 中 closes it behind its figure or its noun: 办结的109件中. */
  readonly within: boolean;
  /** In quotation marks: 办结一件申请、解开一个疙瘩. */
  readonly quoted: boolean;
}

/** A list of figures and the figures that it may divide. */
export interface FigureList extends Span {
  readonly parts: readonly Phrase[];
  /** Nearest first. */
  readonly wholes: readonly Phrase[];
  readonly opener: 'among' | 'including' | 'respectively' | 'colon' | 'bracket' | 'view' | 'whole';
  /** Nothing says that it leaves parts out. */
  readonly closed: boolean;
  /** Something says that it leaves none out: 其他 as the last part, persons beside organizations. */
  readonly complete: boolean;
}

/** A sentence in phrases. */
export interface Sentence extends Lexed {
  readonly phrases: readonly Phrase[];
  /** It names outcomes of the form, so that 公开45件 is one. */
  readonly outcomes: boolean;
  /** Some were withdrawn, which may have been counted as handled or not. */
  readonly withdrawn: boolean;
  /** It speaks of decisions, so that 办理行政许可5件 are some. */
  readonly decides: boolean;
  /** It counts documents and how they may be published: 发文203件，其中主动公开74件. */
  readonly attributes: boolean;
  /** Where the last 其中 begins behind which disclosure is named: cases counted before it are of all causes. */
  readonly causes: number;
}

/** Whether one of the words is of one of the kinds. */
export function has(words: readonly Word[], ...kinds: readonly Kind[]): boolean {
  for (const { kind } of words) if (kinds.includes(kind)) return true;
  return false;
}

/** The words of some kinds. */
export function of(words: readonly Word[], ...kinds: readonly Kind[]): readonly Word[] {
  return words.filter(({ kind }) => kinds.includes(kind));
}
