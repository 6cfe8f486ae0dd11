/** Languages of messages; Chinese is the first. */
export type Lang = 'zh' | 'en';
