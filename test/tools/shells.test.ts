/** Completion in the shells themselves, and the manual page as `man` shows it. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { SHELLS } from '../../src/app/cli/shell-names.js';
import { standInFolder } from '../support/folder.js';
import { runCli } from '../support/run-cli.js';

standInFolder();

async function script(shell: (typeof SHELLS)[number]): Promise<void> {
  const { exitCode, stdout } = await runCli(['completion', shell]);
  assert.equal(exitCode, 0);
  writeFileSync(`completion.${shell}`, stdout);
}

function inShell(shell: string, code: string): readonly string[] {
  const settings = { zsh: ['-f'], bash: ['--norc'], fish: ['--no-config'] }[shell] ?? [];
  return execFileSync(shell, [...settings, '-c', code], { encoding: 'utf8' })
    .split('\n')
    .filter(Boolean);
}

test('bash completes commands, options, formats and rules', async () => {
  await script('bash');
  const complete = (...words: readonly string[]): readonly string[] =>
    inShell(
      'bash',
      `source completion.bash; COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _gov_report; printf '%s\\n' "\${COMPREPLY[@]}"`,
    );
  assert.deepEqual(complete('gov-report', 'ann'), ['annotate']);
  assert.deepEqual(complete('gov-report', 'lint', '--max'), ['--max-warnings']);
  assert.deepEqual(complete('gov-report', 'lint', '-f', 'sa'), ['sarif']);
  assert.deepEqual(complete('gov-report', 'explain', 'arithmetic/d'), ['arithmetic/disputes-total']);
  assert.deepEqual(complete('gov-report', 'lint', '--config', 'no-such-'), []);
});

test('fish completes commands, options and formats', async () => {
  await script('fish');
  const complete = (line: string): readonly string[] =>
    inShell('fish', `source completion.fish; complete -C '${line}'`).map((answer) => answer.split('\t')[0]!);
  assert.deepEqual(complete('gov-report ann'), ['annotate']);
  assert.deepEqual(complete('gov-report lint --max'), ['--max-warnings']);
  assert.deepEqual(complete('gov-report lint -f sa'), ['sarif']);
});

test('zsh and PowerShell scripts hold every command and option; zsh takes its own', async () => {
  await script('zsh');
  await script('powershell');
  assert.deepEqual(inShell('zsh', 'autoload -Uz compinit; compinit -u -d dump; source completion.zsh; print -r -- $_comps[gov-report]'), ['_gov_report']);
  for (const shell of ['zsh', 'powershell'] as const) {
    const { stdout } = await runCli(['completion', shell]);
    for (const word of ['lint', 'aggregate', '--max-warnings', 'sarif', 'cells/blank']) assert.ok(stdout.includes(word), `${shell} ${word}`);
  }
});

test('the manual page is read without a complaint', () => {
  const page = fileURLToPath(new URL('../../docs/man/gov-report.1', import.meta.url));
  const shown = execFileSync('man', ['--warnings', '-l', page], {
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '100' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  assert.match(shown, /EXIT STATUS/);
  assert.match(shown, /--max-warnings <n>/);
});
