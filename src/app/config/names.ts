/** The files that people put beside their reports to say how these are to be judged. */

/** The configuration: valid for the reports in its folder and below it. */
export const CONFIG_FILE = 'gov-report.config.json';

/** The findings that were accepted, each with its reason. */
export const SUPPRESSIONS_FILE = 'gov-report.suppressions.json';
