/** Processor time, for tests that bound an effort: a busy machine stretches the clock, not the effort. */

/** Milliseconds of processor time that the process has used. */
export function cpuTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
