/** Measuring processes: wall time and memory. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One run of a process. */
export interface Run {
  readonly milliseconds: number;
  /** Largest resident set in MB; NaN where the system does not tell. */
  readonly megabytes: number;
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Runs a command once, its output thrown away. */
export function runOnce([command = '', ...argv]: readonly string[]): Promise<Run> {
  return new Promise((done, failed) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, argv, { stdio: 'ignore' });
    let megabytes = Number.NaN;
    // The system keeps the peak; it is asked again and again because it is gone with the process.
    const timer = setInterval(() => {
      const peak = peakOf(child.pid ?? 0);
      if (!Number.isNaN(peak)) megabytes = peak;
    }, 3);
    child.on('error', failed);
    child.on('exit', () => {
      clearInterval(timer);
      done({ milliseconds: Number(process.hrtime.bigint() - start) / 1e6, megabytes });
    });
  });
}

/** The middle of a list of numbers. */
export function median(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  return known.length === 0 ? Number.NaN : (known[(known.length - 1) >> 1]! + known[known.length >> 1]!) / 2;
}

/** Runs several commands in turn, so that a busy moment of the machine hits all of them; medians. */
export async function compare(commands: readonly (readonly string[])[], rounds: number): Promise<readonly Run[]> {
  const runs: Run[][] = commands.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, command] of commands.entries()) runs[index]!.push(await runOnce(command));
  }
  return runs.map((list) => ({ milliseconds: median(list.map((run) => run.milliseconds)), megabytes: median(list.map((run) => run.megabytes)) }));
}
