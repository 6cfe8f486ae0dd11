/** The names of the shells that completion is for. */

/** The shells that are known. */
export const SHELLS = ['bash', 'zsh', 'fish', 'powershell'] as const;

/** A shell that is known. */
export type Shell = (typeof SHELLS)[number];
