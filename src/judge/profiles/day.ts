/** What a day of the year looks like: month and day. */
export const DAY = '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$';
