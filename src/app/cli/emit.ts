/** Putting one result where the user wants it: into a file, whole or not at all, or to standard output. */
import { about } from './about.js';
import type { Session } from './session.js';
import { UsageError } from './usage-error.js';

/** Writes a result. `inputs` are the files it must not replace, `replaceable` the extensions of those that are there which it may (any when undefined). `-` and no name are standard output. Errors: InputError when it cannot be written, UsageError when it is no text and would go to a terminal. */
export async function emit(
  session: Session,
  result: string | Uint8Array,
  output: string | undefined,
  inputs: readonly string[],
  replaceable: readonly string[] | undefined,
): Promise<void> {
  const { host, texts } = session;
  if (output === undefined || output === '-') {
    if (typeof result !== 'string' && host.stdout.isTTY) throw new UsageError(texts.binaryToTerminal);
    await host.stdout.write(result);
    return;
  }
  const file = await about(output, () => host.files.create(output, inputs, replaceable));
  try {
    await about(output, () => {
      file.write(result);
      file.commit();
    });
  } finally {
    file.discard();
  }
}
