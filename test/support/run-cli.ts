/** Runs the command line in process, on real files, and keeps what it prints. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Host, Output } from '../../src/app/cli/host.js';
import { main } from '../../src/app/cli/main.js';
import { nodeFiles } from '../../src/app/node/files.js';

/** What a run left behind; bytes that are no text stand in it one character a byte. */
export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Differences from a plain host: no terminal, empty environment, empty standard input. */
export interface CliSetup {
  readonly env?: Host['env'];
  readonly stdin?: Uint8Array | string;
  readonly stdoutTTY?: boolean;
  readonly stderrTTY?: boolean;
  readonly host?: Partial<Host>;
}

const root = new URL('../../', import.meta.url);

/** Runs `gov-report` with these arguments. */
export async function runCli(argv: readonly string[], setup: CliSetup = {}): Promise<CliRun> {
  const printed = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr', isTTY: boolean): Output => ({
    isTTY,
    columns: isTTY ? 80 : undefined,
    write(data) {
      printed[name] += typeof data === 'string' ? data : Buffer.from(data).toString('latin1');
      return undefined;
    },
    settled: async () => undefined,
  });
  const host: Host = {
    argv,
    platform: 'test',
    env: setup.env ?? {},
    stdout: output('stdout', setup.stdoutTTY ?? false),
    stderr: output('stderr', setup.stderrTTY ?? false),
    readStdin: async () => (typeof setup.stdin === 'string' ? new TextEncoder().encode(setup.stdin) : (setup.stdin ?? new Uint8Array())),
    files: nodeFiles,
    packageFile: (name) => readFileSync(new URL(name, root), 'utf8'),
    packageFolder: (name) => readdirSync(new URL(`${name}/`, root)).sort(),
    defaultJobs: () => 1,
    ...setup.host,
  };
  const exitCode = await main(host);
  return { exitCode, ...printed };
}
