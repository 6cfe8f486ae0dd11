/** Naming the file that a fault of an input is about. */
import { InputError } from '../../base/errors.js';

/** An input error with the name of the file in front of its sentence; anything else as it is. */
export function withName(name: string, error: unknown): unknown {
  if (!(error instanceof InputError)) return error;
  const { code, sentence, remedy } = error;
  return new InputError(code, { zh: `${name}：${sentence.zh}`, en: `${name}: ${sentence.en}` }, remedy);
}

/** Does what `act` does; an input error gets the name of the file it is about. */
export async function about<T>(name: string, act: () => T | Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw withName(name, error);
  }
}
