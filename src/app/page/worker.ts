/** The thread that the page's desk runs in: calls are answered one after another. */
import { InputError } from '../../base/errors.js';
import { createDesk, type Desk, type Progress } from './desk.js';
import type { Answer, Question } from './protocol.js';

const desk = createDesk();
let last: Promise<void> = Promise.resolve();

async function answer({ id, call, arguments: given }: Question): Promise<Answer> {
  const progress: Progress = (done, total, name) => postMessage({ id, kind: 'progress', done, total, name } satisfies Answer);
  try {
    const method = desk[call] as (...all: readonly unknown[]) => unknown;
    return { id, kind: 'done', value: await method(...given, ...(hasProgress(call) ? [progress] : [])) };
  } catch (error) {
    if (error instanceof InputError) return { id, kind: 'refused', sentence: error.sentence, remedy: error.remedy };
    return { id, kind: 'bug', stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function hasProgress(call: keyof Desk): boolean {
  return call === 'check' || call === 'everything';
}

addEventListener('message', ({ data }: MessageEvent<Question>) => {
  last = last.then(async () => postMessage(await answer(data)));
});
