/** What an executable does beside the commands: a report that is dropped on it is checked, and the page with its findings written beside it. */
import { existsSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Lang } from '../../base/lang.js';
import type { Host } from '../cli/host.js';
import { toFilePath } from './paths.js';

/** A file or folder that was dropped, and where its page goes. */
export interface Dropped {
  readonly path: string;
  readonly page: string;
}

interface Words {
  readonly page: string;
  readonly written: (page: string) => string;
  readonly how: string;
  readonly close: string;
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: {
    page: '检查',
    written: (page) => `检查结果已写入：${page}`,
    how: '请把年度报告（或者放有报告的文件夹）拖到本程序的图标上；检查结果写在它旁边，名为“原名.检查.html”。',
    close: '按回车键关闭。',
  },
  en: {
    page: 'check',
    written: (page) => `The findings are in ${page}`,
    how: 'Drop a report, or a folder of them, on the icon of this program; the findings are written beside it as NAME.check.html.',
    close: 'Press Enter to close.',
  },
};

/**
 * The files that were dropped: every argument is there and none is a command or option. 报告.docx gives 报告.检查.html; of two that would give the same
 * page each keeps its ending. Undefined when the arguments are something else.
 */
export function droppedOn(argv: readonly string[], commands: readonly string[], word: string): readonly Dropped[] | undefined {
  const isDropped = (path: string): boolean => !path.startsWith('-') && !commands.includes(path) && existsSync(toFilePath(path));
  if (argv.length === 0 || !argv.every(isDropped)) return undefined;
  const stem = (path: string): string => join(dirname(path), basename(path, extname(path))).toLowerCase();
  return argv.map((path) => {
    const alone = argv.filter((other) => stem(other) === stem(path)).length === 1;
    return { path, page: join(dirname(path), `${basename(path, alone ? extname(path) : '')}.${word}.html`) };
  });
}

/**
 * Runs the command, or checks what was dropped; the exit code is the gravest. `pause` waits for a person: the window of a program that was started by
 * its icon closes with it.
 */
export async function runExecutable(
  host: Host,
  main: (host: Host) => Promise<number>,
  commands: readonly string[],
  pause: (() => Promise<void>) | undefined,
): Promise<number> {
  const lang = host.env['GOV_REPORT_LANG'] === 'en' ? 'en' : 'zh';
  const words = WORDS[lang];
  const close = async (): Promise<void> => {
    if (!pause) return;
    await host.stderr.write(`${words.close}\n`);
    await pause();
  };
  const dropped = droppedOn(host.argv, commands, words.page);
  if (!dropped) {
    const started = pause !== undefined && host.argv.length === 0;
    if (started) await host.stderr.write(`${words.how}\n\n`);
    const exitCode = await main(host);
    if (started) await close();
    return exitCode;
  }
  let gravest = 0;
  for (const { path, page } of dropped) {
    let written = false;
    const create: Host['files']['create'] = (...asked) => {
      const file = host.files.create(...asked);
      return {
        ...file,
        commit: () => {
          file.commit();
          written = true;
        },
      };
    };
    const exitCode = await main({ ...host, argv: ['lint', path, '-f', 'pretty', '-f', `html:${page}`], files: { ...host.files, create } });
    if (written) await host.stderr.write(`${words.written(page)}\n`);
    gravest = Math.max(gravest, exitCode);
  }
  await close();
  return gravest;
}
