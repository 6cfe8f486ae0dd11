/** Putting one result where the user wants it: into a file, whole or not at all, or to standard output. */
import { InputError } from '../errors.js';
import type { Session } from './session.js';
import { sentenceOf } from './texts.js';
import { UsageError } from './usage-error.js';

/** Does what `act` does; an input error gets the name of the file it is about. */
export async function about<T>(name: string, { lang }: Session, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof InputError) throw new UsageError(sentenceOf(error, lang, name));
    throw error;
  }
}

/** Writes a result. `inputs` are the files it must not replace. Errors: UsageError when it cannot be written, or is no text and would go to a terminal. */
export async function emit(session: Session, result: string | Uint8Array, output: string | undefined, inputs: readonly string[]): Promise<void> {
  const { host, texts } = session;
  if (output === undefined) {
    if (typeof result !== 'string' && host.stdout.isTTY) throw new UsageError(texts.binaryToTerminal);
    await host.stdout.write(result);
    return;
  }
  const file = await about(output, session, () => host.files.create(output, inputs));
  try {
    await about(output, session, () => {
      file.write(result);
      file.commit();
    });
  } finally {
    file.discard();
  }
}
