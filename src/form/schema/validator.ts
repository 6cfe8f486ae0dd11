/** What a validator written out by `npm run generate` looks like; see `generated/`. */

/** Says whether a value is valid; when it is not, `errors` says why until the next call. */
export interface Validator {
  (data: unknown): boolean;
  errors?: readonly ValidationError[] | null;
}

/** One reason, in Ajv's form. */
export interface ValidationError {
  /** JSON Pointer of the value that is wrong. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  /** English, begins with “must”. */
  readonly message?: string;
}
