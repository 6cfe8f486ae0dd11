/** Measuring processes: wall time and memory. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** One run of a process. */
export interface Run {
  readonly milliseconds: number;
  /** Largest resident set in MB; NaN where nobody watched or the system does not tell. */
  readonly megabytes: number;
}

function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

/** Runs a command once, its output thrown away; rejects when it fails. The memory of a short run is watched in a run of its own: watching takes time. */
export function runOnce([command = '', ...argv]: readonly string[], watch: 'time' | 'memory too'): Promise<Run> {
  return new Promise((done, failed) => {
    const start = process.hrtime.bigint();
    const child = spawn(command, argv, { stdio: 'ignore' });
    let megabytes = Number.NaN;
    const look = (): void => {
      const peak = peakOf(child.pid ?? 0);
      if (!Number.isNaN(peak)) megabytes = peak;
    };
    // The system keeps the peak; it is asked again and again because it is gone with the process.
    const timer = watch === 'memory too' ? setInterval(look, 3) : undefined;
    child.on('error', failed);
    child.on('exit', (exitCode) => {
      clearInterval(timer);
      // What fails early would look fast.
      if (exitCode !== 0) failed(new Error(`${[command, ...argv].join(' ')} ended with ${exitCode}`));
      done({ milliseconds: Number(process.hrtime.bigint() - start) / 1e6, megabytes });
    });
  });
}

/** The middle of a list of numbers. */
export function median(values: readonly number[]): number {
  const known = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  return known.length === 0 ? Number.NaN : (known[(known.length - 1) >> 1]! + known[known.length >> 1]!) / 2;
}

/** A command beside one that does nothing; medians. */
export interface Comparison extends Run {
  /** Of the differences between each run and the run of nothing just before it: a slow spell of the machine lasts longer than both. */
  readonly beside: number;
}

const MEMORY_RUNS = 5;

/** Runs a command and one that does nothing in turn. */
export async function compare(nothing: readonly string[], command: readonly string[], rounds: number): Promise<Comparison> {
  const times: number[] = [];
  const differences: number[] = [];
  const peaks: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const before = await runOnce(nothing, 'time');
    const { milliseconds } = await runOnce(command, 'time');
    times.push(milliseconds);
    differences.push(milliseconds - before.milliseconds);
  }
  for (let run = 0; run < MEMORY_RUNS; run += 1) peaks.push((await runOnce(command, 'memory too')).megabytes);
  return { milliseconds: median(times), beside: median(differences), megabytes: median(peaks) };
}
