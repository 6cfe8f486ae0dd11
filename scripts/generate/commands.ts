/** The reference of the commands in both languages, and the manual page: all from what each command declares. */
import { fileURLToPath } from 'node:url';
import { type CommandOutline, outlineOf } from '../../src/app/cli/outline.js';
import { commands } from '../../src/app/cli/program.js';
import type { Session } from '../../src/app/cli/session.js';
import { textsOf } from '../../src/app/cli/texts.js';
import { nodeHost } from '../../src/app/node/host.js';
import { partsIn } from '../../src/app/node/parts.js';
import type { Lang } from '../../src/base/lang.js';
import { version } from '../../src/base/version.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

function sessionOf(lang: Lang): Session {
  return { host: nodeHost(partsIn(root)), lang, texts: textsOf(lang), commands };
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function reference(outlines: readonly CommandOutline[], { lang, texts }: Session): string {
  const zh = lang === 'zh';
  const head = zh
    ? [
        '# 命令和选项',
        '',
        '[English](commands.en.md)',
        '',
        texts.about,
        '',
        '由 `npm run generate` 从各命令的声明生成，与 `--help` 一致。',
        '',
        texts.lintExits,
      ]
    : [
        '# Commands and options',
        '',
        '[中文](commands.md)',
        '',
        texts.about,
        '',
        'Written by `npm run generate` from what each command declares; the same as `--help`.',
        '',
        texts.lintExits,
      ];
  const sections = outlines.flatMap(({ name, about, usage, arguments: given, options }) => [
    '',
    `## ${name}`,
    '',
    about,
    '',
    '```',
    usage,
    '```',
    '',
    zh ? '| 参数、选项 | 含义 |' : '| argument, option | meaning |',
    '| --- | --- |',
    ...given.map((one) => `| \`<${cell(one.name)}>\` | ${cell(one.about)} |`),
    ...options.map((one) => `| \`${cell(one.flags)}\` | ${cell(one.about)} |`),
  ]);
  return `${[...head, ...sections].join('\n')}\n`;
}

/** A line of roff: backslashes, leading dots and hyphens as themselves. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');
}

function manual(outlines: readonly CommandOutline[], { texts }: Session): string {
  const lines = [
    `.TH GOV\\-REPORT 1 "" "gov\\-report ${version}" ""`,
    '.SH NAME',
    `gov\\-report \\- ${roff(texts.about)}`,
    '.SH SYNOPSIS',
    ...outlines.flatMap(({ usage }, index) => [...(index === 0 ? [] : ['.br']), roff(usage)]),
    '.SH COMMANDS',
    ...outlines.flatMap(({ name, about, arguments: given, options }) => [
      `.SS ${roff(name)}`,
      roff(about),
      ...[...given.map((one) => ({ flags: `<${one.name}>`, about: one.about })), ...options].flatMap((one) => [
        '.TP',
        `.B ${roff(one.flags)}`,
        roff(one.about),
      ]),
    ]),
    '.SH EXIT STATUS',
    roff(texts.lintExits),
    '.SH ENVIRONMENT',
    '.TP',
    '.B GOV_REPORT_LANG',
    roff(texts.lang),
    '.TP',
    '.B NO_COLOR, FORCE_COLOR',
    `${roff(texts.lintNoColor)}; ${roff(texts.lintColor)}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The files by path. */
export async function commandFiles(): Promise<ReadonlyMap<string, string>> {
  const [zh, en] = await Promise.all((['zh', 'en'] as const).map(async (lang) => ({ session: sessionOf(lang), outlines: await outlineOf(sessionOf(lang)) })));
  return new Map([
    ['docs/commands.md', reference(zh!.outlines, zh!.session)],
    ['docs/commands.en.md', reference(en!.outlines, en!.session)],
    ['docs/man/gov-report.1', manual(en!.outlines, en!.session)],
    ['docs/man/gov-report.zh.1', manual(zh!.outlines, zh!.session)],
  ]);
}
