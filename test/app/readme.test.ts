import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runCli } from '../support/run-cli.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const start = process.cwd();
process.chdir(root);
after(() => process.chdir(start));

const CONSOLE = /```console\n\$ gov-report ([^\n]*)\n([\s\S]*?)```/g;

for (const name of ['README.md', 'README.zh-CN.md']) {
  const text = readFileSync(name, 'utf8');

  test(`${name}: what it shows is what the command prints`, async () => {
    const printed: { readonly command: string; readonly shown: string; readonly real: string }[] = [];
    for (const [, command = '', shown = ''] of text.matchAll(CONSOLE)) {
      const { stdout } = await runCli(command.split(' '));
      printed.push({ command, shown, real: stdout });
    }
    assert.equal(printed.length, 2);
    if (process.env.UPDATE_GOLDEN) {
      const next = printed.reduce(
        (page, { command, shown, real }) => page.replace(`$ gov-report ${command}\n${shown}\`\`\``, `$ gov-report ${command}\n${real}\`\`\``),
        text,
      );
      writeFileSync(name, next);
      return;
    }
    for (const { command, shown, real } of printed) assert.equal(shown, real, command);
  });

  test(`${name}: every page it links to exists, and every command it names`, async () => {
    for (const [, target = ''] of text.matchAll(/\]\(([^)]+)\)/g)) assert.ok(readFileSync(target), target);
    const { stdout } = await runCli(['--help']);
    for (const [, command = ''] of text.matchAll(/^\| `gov-report (\w+)/gm)) assert.match(stdout, new RegExp(`^ {2}${command}\\b`, 'm'), command);
  });
}
