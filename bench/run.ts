/**
 * Measures the command on this machine and prints one table (Markdown): medians of one run of this program.
 * Usage: npm run bench [-- --quick]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { DOC_SAMPLE, docVariantMaker, SAMPLE, variantMaker } from './documents.js';
import { growths, MOST, STEPS } from './growth.js';
import { compare, median, runOnce } from './measure.js';

const quick = process.argv.includes('--quick');
const rounds = quick ? 5 : 21;
const root = fileURLToPath(new URL('../', import.meta.url));
const bin = join(root, 'bin', 'gov-report.js');
const rows: string[][] = [];

const number = (value: number, digits = 0): string => (Number.isNaN(value) ? '–' : value.toFixed(digits));

function has(command: string): boolean {
  // antiword knows no such option and says so.
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** One docx, whole processes, beside the program that does nothing and others that read the same file. */
async function oneDocument(): Promise<void> {
  const node = process.execPath;
  const nothing = [node, '-e', ''];
  const mammoth = join(root, 'node_modules', 'mammoth', 'bin', 'mammoth');
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['node -e ""', nothing],
    ['gov-report --help', [node, bin, '--help']],
    ['gov-report lint, one .docx', [node, bin, 'lint', SAMPLE]],
    ['gov-report convert, one .docx', [node, bin, 'convert', SAMPLE]],
    ['gov-report lint, one .doc', [node, bin, 'lint', DOC_SAMPLE]],
    ...(has('antiword') ? ([['antiword, one .doc → text', ['antiword', '-m', 'UTF-8', DOC_SAMPLE]]] as const) : []),
    ['mammoth, .docx → HTML', [node, mammoth, SAMPLE, '--output-format=html']],
    ...(has('pandoc')
      ? ([
          ['pandoc, .docx → JSON', ['pandoc', SAMPLE, '-t', 'json']],
          ['pandoc, .docx → plain', ['pandoc', SAMPLE, '-t', 'plain']],
        ] as const)
      : []),
  ];
  for (const [name, command] of cases) {
    const { milliseconds, beside, megabytes } = await compare(nothing, command, rounds);
    rows.push([name, `${number(milliseconds)} ms`, command === nothing ? '' : `+${number(beside)} ms`, `${number(megabytes)} MB`]);
  }
}

/** Many different docx in one process. */
async function manyDocuments(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gov-report-bench-'));
  const variant = variantMaker();
  let made = 0;
  try {
    for (const count of quick ? [200, 1000] : [1000, 10_000]) {
      for (; made < count; made += 1) writeFileSync(join(folder, `${made}.docx`), variant(made));
      for (const jobs of ['1', '2']) {
        const command = [process.execPath, bin, 'lint', folder, '--jobs', jobs, '-f', 'ndjson:/dev/null'];
        const { milliseconds, megabytes } = await runOnce(command, 'memory too');
        const each = `${number(count / (milliseconds / 1000))}/s`;
        rows.push([
          `gov-report lint, ${count.toLocaleString('en')} .docx, --jobs ${jobs}`,
          `${number(milliseconds / 1000, 2)} s`,
          each,
          `${number(megabytes)} MB`,
        ]);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A batch of different .doc, beside the programs that an office would turn them into something else with. */
async function manyOldDocuments(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gov-report-bench-'));
  const variant = docVariantMaker();
  const count = 300;
  const files = Array.from({ length: count }, (_, index) => join(folder, `${index}.doc`));
  const add = async (name: string, command: readonly string[]): Promise<void> => {
    const { milliseconds, megabytes } = await runOnce(command, 'memory too');
    rows.push([name, `${number(milliseconds / 1000, 2)} s`, `${number(count / (milliseconds / 1000))}/s`, `${number(megabytes)} MB`]);
  };
  try {
    for (const [index, file] of files.entries()) writeFileSync(file, variant(index));
    await add(`gov-report lint, ${count} .doc, --jobs 1`, [process.execPath, bin, 'lint', folder, '--jobs', '1', '-f', 'ndjson:/dev/null']);
    if (has('antiword')) await add(`antiword, ${count} .doc → text`, ['sh', '-c', 'for f in "$0"/*.doc; do antiword -m UTF-8 "$f"; done', folder]);
    if (has('soffice') && !quick) {
      const office = ['soffice', `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`, '--headless'];
      await add(`LibreOffice, ${count} .doc → .docx`, [...office, '--convert-to', 'docx', '--outdir', join(folder, 'out'), ...files]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The readers alone, each in a process of its own; per document. */
function readers(): void {
  const measured = (name: string, count: number): number => {
    const times = Array.from({ length: 3 }, () => {
      const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'bench', 'readers.ts'), name, String(count)], {
        cwd: root,
        encoding: 'utf8',
      });
      return Number(stdout);
    });
    return median(times);
  };
  const ours = measured('ours', quick ? 100 : 300);
  rows.push(['reader alone, ours', `${number(ours, 2)} ms`, `${number(1000 / ours)}/s`, '']);
  const doc = measured('doc', quick ? 100 : 300);
  rows.push(['reader alone, ours, .doc', `${number(doc, 2)} ms`, `${number(doc / ours, 1)} × .docx`, '']);
  for (const [name, label] of [
    ['mammoth', 'reader alone, mammoth'],
    ['cheerio', 'reader alone, mammoth + cheerio'],
  ] as const) {
    const time = measured(name, quick ? 10 : 30);
    rows.push([label, `${number(time, 2)} ms`, `${number(time / ours, 1)} × ours`, '']);
  }
}

/** How the time grows with the length of a text: a row a phrase, what a doubling costs in each step. Too dear a one fails the run. */
async function growthTable(): Promise<string> {
  const lines = new Map<string, string[]>();
  for await (const { phrase, ratio } of growths()) {
    const line = lines.get(phrase) ?? [];
    lines.set(phrase, line);
    line.push(ratio === undefined ? '–' : `${ratio.toFixed(1)}${ratio > MOST ? ' !' : ''}`);
    if (ratio !== undefined && ratio > MOST) process.exitCode = 1;
  }
  const head = [
    ['text of', ...STEPS],
    ['---', ...STEPS.map(() => '---:')],
  ];
  return [...head, ...[...lines].map(([phrase, line]) => [`\`${phrase}\``, ...line])].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

await oneDocument();
await manyDocuments();
await manyOldDocuments();
readers();

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
const table = [['what', 'time', 'beside', 'memory'], ['---', '---:', '---:', '---:'], ...rows].map((row) => `| ${row.join(' | ')} |`);
console.log(
  `gov-report ${version}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}; medians of ${rounds} runs\n`,
);
console.log(table.join('\n'));
console.log(`\nA doubling of the text costs so many times the time; more than ${MOST} fails the run (–: too short to tell)\n`);
console.log(await growthTable());
