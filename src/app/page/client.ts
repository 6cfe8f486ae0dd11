/** The desk as the window sees it: every call goes to the worker, whose script waits in the page as text. */
import type { Desk, Progress } from './desk.js';
import type { Answer, Arguments, Question } from './protocol.js';

/** A desk in another thread. Errors of every call: Refusal for what the user must be told, Error for a bug. */
export type DistantDesk = {
  readonly [Name in keyof Desk]: (given: Arguments<Name>, progress?: Progress) => Promise<Awaited<ReturnType<Desk[Name]>>>;
};

/** What the user is told instead of an answer. */
export class Refusal extends Error {
  constructor(readonly said: Extract<Answer, { kind: 'refused' }>) {
    super(said.sentence.en);
  }
}

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly progress: Progress | undefined;
}

/** Starts the worker from its script. */
export function startDesk(script: string): DistantDesk {
  const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
  const waiting = new Map<number, Waiting>();
  let next = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
    const call = waiting.get(data.id);
    if (!call) return;
    if (data.kind === 'progress') {
      call.progress?.(data.done, data.total, data.name);
      return;
    }
    waiting.delete(data.id);
    if (data.kind === 'done') call.resolve(data.value as never);
    else call.reject(data.kind === 'refused' ? new Refusal(data) : new Error(data.stack));
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message || 'the worker has stopped'));
    waiting.clear();
  });
  const ask =
    (call: keyof Desk) =>
    (given: readonly unknown[], progress?: Progress): Promise<never> =>
      new Promise((resolve, reject) => {
        next += 1;
        waiting.set(next, { resolve, reject, progress });
        worker.postMessage({ id: next, call, arguments: given } satisfies Question);
      });
  const calls: readonly (keyof Desk)[] = ['check', 'annotate', 'repair', 'problems', 'results', 'everything', 'blank'];
  return Object.fromEntries(calls.map((call) => [call, ask(call)])) as unknown as DistantDesk;
}
