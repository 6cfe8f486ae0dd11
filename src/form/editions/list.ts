/** The editions of the report form, oldest first: a new one is a file beside this and a line here. */
import { e2019 } from './e2019.js';
import { e2021 } from './e2021.js';

/** Every edition; one is for the report years from its `firstYear` until the next begins. */
export const list = [e2019, e2021] as const;
