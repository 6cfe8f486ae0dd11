/** A fault of the command line itself. */

/** Options or arguments that cannot be followed; the message is one sentence in the user's language. The run ends 2. */
export class UsageError extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'UsageError';
  }
}
