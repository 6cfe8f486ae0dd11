/** The examples of examples/scale: parts under GNU parallel, Slurm, Kubernetes and Spark, and their results put together. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { variantMaker } from '../../bench/documents.js';
import { county } from '../support/county.js';
import { standInFolder, write } from '../support/folder.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const examples = join(root, 'examples', 'scale');
const command = `${process.execPath} ${join(root, 'bin', 'gov-report.js')}`;
const env = { PATH: process.env['PATH'], HOME: tmpdir(), GOV_REPORT: command, LC_ALL: 'C.UTF-8' };

standInFolder();

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, argv: readonly string[], more: NodeJS.ProcessEnv = {}, input = ''): Run {
  return spawnSync(program, argv, { encoding: 'utf8', maxBuffer: 2 ** 28, env: { ...env, ...more }, input });
}

const govReport = (...argv: readonly string[]): Run => run(process.execPath, [join(root, 'bin', 'gov-report.js'), ...argv]);

/** Reports of a county, twenty Word files with a blank in their names, one that cannot be read, and the list of them. */
function reports(): void {
  assert.ok(existsSync(join(root, 'dist/cli/command.js')), 'npm run build comes first');
  const make = variantMaker();
  const names = Array.from({ length: 20 }, (_, index) => `年报/镇 ${index}.docx`);
  write(Object.fromEntries(names.map((name, index) => [name, make(index)])));
  write(Object.fromEntries(county({ units: 12, copying: 2 }).map((report, index) => [`年报/${index}.json`, report])));
  write({ '年报/坏.docx': 'PK' });
  writeFileSync('list.txt', [...names, ...Array.from({ length: 12 }, (_, index) => `年报/${index}.json`), '年报/坏.docx', ''].join('\n'));
}

const parts = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .sort();

/** The results of the parts in one, and those of the run in one. */
function same(folder: string, count: number): void {
  assert.deepEqual(parts(folder), Array.from({ length: count }, (_, index) => `part-${index + 1}-of-${count}.ndjson`).sort());
  const merged = govReport('merge', ...parts(folder).map((name) => join(folder, name)), '-f', 'json');
  const whole = govReport('lint', '--files-from', 'list.txt', '-f', 'json');
  assert.equal(whole.status, 2, 'one cannot be read');
  assert.match(whole.stdout, /rollup\/alike/);
  assert.deepEqual([merged.status, merged.stdout], [whole.status, whole.stdout]);
}

test('GNU parallel: the parts are the run in one; a part that failed is run again, the others are not', () => {
  reports();
  const broken = run('sh', [join(examples, 'parallel.sh'), '4', 'list.txt', 'parts', '--config', '没有.json']);
  assert.notEqual(broken.status, 0);
  assert.deepEqual(existsSync('parts') ? parts('parts') : [], []);
  assert.equal(run('sh', [join(examples, 'parallel.sh'), '4', 'list.txt', 'parts']).status, 0);
  const times = (): readonly number[] => parts('parts').map((name) => statSync(join('parts', name)).mtimeMs);
  const before = times();
  rmSync('parts/part-3-of-4.ndjson');
  assert.equal(run('sh', [join(examples, 'parallel.sh'), '4', 'list.txt', 'parts']).status, 0);
  assert.deepEqual(
    times().map((time, index) => time === before[index]),
    [true, true, false, true],
  );
  same('parts', 4);
});

/** A port that nobody listens at. */
function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { readonly port: number };
      server.close(() => done(port));
    });
  });
}

const has = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const slurm = { skip: !(has('slurmctld') && has('slurmd') && has('munged')) && 'needs slurm-wlm and munge' };

test('Slurm: an array of parts and the merge behind it; called again after a failure it checks what is missing only', slurm, async () => {
  reports();
  const home = mkdtempSync(join(tmpdir(), 'gov-report-slurm-'));
  mkdirSync(join(home, 'state'));
  mkdirSync(join(home, 'spool'));
  writeFileSync(join(home, 'key'), randomBytes(1024), { mode: 0o600 });
  const socket = join(home, 'socket');
  const name = hostname().split('.')[0]!;
  writeFileSync(
    join(home, 'slurm.conf'),
    `ClusterName=test
SlurmctldHost=${name}(127.0.0.1)
SlurmctldPort=${await freePort()}
SlurmdPort=${await freePort()}
AuthType=auth/munge
AuthInfo=socket=${socket}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SlurmUser=${process.env['USER'] ?? 'root'}
StateSaveLocation=${home}/state
SlurmdSpoolDir=${home}/spool
SlurmctldPidFile=${home}/slurmctld.pid
SlurmdPidFile=${home}/slurmd.pid
JobAcctGatherType=jobacct_gather/none
NodeName=${name} NodeAddr=127.0.0.1 CPUs=2 RealMemory=1500 State=UNKNOWN
PartitionName=main Nodes=ALL Default=YES MaxTime=INFINITE State=UP
`,
  );
  const conf = { SLURM_CONF: join(home, 'slurm.conf'), MEMORY: '300M', MERGE_MEMORY: '300M' };
  const daemons: ChildProcess[] = [];
  const start = (program: string, ...argv: readonly string[]): void =>
    void daemons.push(spawn(program, argv, { env: { ...process.env, ...conf }, stdio: 'ignore' }));
  const until = async (what: string, done: () => boolean): Promise<void> => {
    for (let tries = 0; !done(); tries += 1) {
      assert.ok(tries < 600, what);
      await pause(200);
    }
  };
  try {
    start(
      'munged',
      '--force',
      '--foreground',
      `--key-file=${home}/key`,
      `--socket=${socket}`,
      `--pid-file=${home}/pid`,
      `--log-file=${home}/log`,
      `--seed-file=${home}/seed`,
    );
    await until('munged', () => existsSync(socket));
    start('slurmctld', '-D');
    start('slurmd', '-D');
    await until('a node that takes jobs', () => run('sinfo', ['-h', '-o', '%t'], conf).stdout.trim() === 'idle');
    const submit = (count: string): string => {
      const { status, stdout, stderr } = run('sh', [join(examples, 'slurm.sh'), count, 'list.txt', 'parts'], conf);
      assert.equal(status, 0, stderr);
      return stdout.trim();
    };
    const waiting = (): string => run('squeue', ['-h', '-o', '%T %r'], conf).stdout.trim();
    submit('3');
    await until('the merge', () => waiting() === '');
    same('parts', 3);
    assert.equal(readFileSync('parts/all.json', 'utf8'), govReport('lint', '--files-from', 'list.txt', '-f', 'json').stdout);
    const before = statSync('parts/part-1-of-3.ndjson').mtimeMs;
    rmSync('parts/part-2-of-3.ndjson');
    rmSync('parts/all.json');
    submit('3');
    await until('the second merge', () => waiting() === '');
    assert.equal(statSync('parts/part-1-of-3.ndjson').mtimeMs, before);
    same('parts', 3);
    // A part that cannot be done keeps the merge from starting.
    rmSync('parts/all.json');
    rmSync('parts/part-2-of-3.ndjson');
    rmSync('list.txt');
    const merge = submit('3');
    await until('a merge that never starts', () => waiting().includes('DependencyNeverSatisfied'));
    assert.ok(!existsSync('parts/all.json'));
    run('scancel', [merge], conf);
  } finally {
    for (const daemon of daemons.toReversed()) daemon.kill();
    await Promise.all(daemons.map((daemon) => daemon.exitCode ?? daemon.signalCode ?? new Promise((done) => daemon.once('exit', done))));
    rmSync(home, { recursive: true, force: true });
  }
});

test('Kubernetes: the command of the job, for every index; errors that were found fail no pod', () => {
  reports();
  const job = readFileSync(join(examples, 'kubernetes.yaml'), 'utf8');
  const count = Number(/^ {2}completions: (\d+)$/m.exec(job)![1]);
  const script = /args: \["(.*)"\]/.exec(job)![1]!.replace('/scale/', `${examples}/`);
  assert.match(job, /command: \["sh", "-c"\]/);
  assert.match(job, /completionMode: Indexed/);
  for (let index = 0; index < count; index += 1) assert.equal(run('sh', ['-c', script], { JOB_COMPLETION_INDEX: String(index) }).status, 0);
  same('parts', count);
});

test('Spark: what the numbers of parts are piped through; a list that is not there fails the task', () => {
  reports();
  const pipe = (list: string, numbers: string): Run =>
    run('sh', [join(examples, 'spark-parts.sh'), join(examples, 'part.sh'), '3', list, 'parts'], {}, numbers);
  const [first, rest] = [pipe('list.txt', '1\n'), pipe('list.txt', '2\n3\n')];
  assert.deepEqual([first.status, rest.status], [0, 0]);
  assert.equal(first.stdout + rest.stdout, 'parts/part-1-of-3.ndjson\nparts/part-2-of-3.ndjson\nparts/part-3-of-3.ndjson\n');
  same('parts', 3);
  rmSync('parts', { recursive: true });
  assert.equal(pipe('没有.txt', '1\n').status, 2);
  const python = spawnSync('python3', ['-m', 'py_compile', join(examples, 'spark.py')], { env: { ...process.env, PYTHONPYCACHEPREFIX: process.cwd() } });
  assert.equal(python.status, 0, 'the program of Spark is Python');
});
