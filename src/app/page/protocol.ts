/** What the window and its worker say to each other: a call of the desk and its answer, with news of the progress in between. */
import type { Sentence } from '../../base/errors.js';
import type { Desk } from './desk.js';

type Without<T extends readonly unknown[]> = T extends readonly [...infer Rest, (done: number, total: number, name: string) => void] ? Rest : T;

/** The arguments that travel: a call's progress is told by messages instead. */
export type Arguments<Name extends keyof Desk> = Without<Parameters<Desk[Name]>>;

/** A call of the desk. */
export interface Question {
  readonly id: number;
  readonly call: keyof Desk;
  readonly arguments: readonly unknown[];
}

/** What comes back. `refused` is what the user is told; `bug` is a fault of the program. */
export type Answer =
  | { readonly id: number; readonly kind: 'progress'; readonly done: number; readonly total: number; readonly name: string }
  | { readonly id: number; readonly kind: 'done'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'refused'; readonly sentence: Sentence; readonly remedy: Sentence }
  | { readonly id: number; readonly kind: 'bug'; readonly stack: string };
