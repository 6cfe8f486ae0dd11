/** The command line: arguments in, exit code out. The only place that catches everything. */
import { InputError } from '../../base/errors.js';
import type { Lang } from '../../base/lang.js';
import { stackOf } from '../outcome.js';
import { bugReport } from './crashes.js';
import type { Host } from './host.js';
import { chooseLanguage } from './language.js';
import { commands, runProgram, usageOf } from './program.js';
import { sentenceOf, textsOf } from './texts.js';
import { UsageError } from './usage-error.js';

async function explain(error: unknown, host: Host, lang: Lang): Promise<number> {
  const texts = textsOf(lang);
  if (error instanceof UsageError) {
    await host.stderr.write(`${texts.error}${error.message}\n${texts.hint}${usageOf(host.argv)}\n`);
    return 2;
  }
  if (error instanceof InputError) {
    await host.stderr.write(`${texts.error}${sentenceOf(error, lang)}\n`);
    return 2;
  }
  await host.stderr.write(bugReport(texts.bug, stackOf(error), host));
  return 3;
}

/** The same machine; before it waits for what a person is to type, it says so. */
function announcing(host: Host, lang: Lang): Host {
  if (!host.stdinIsTerminal) return host;
  return {
    ...host,
    readStdin: async () => {
      if (host.stdinIsTerminal?.()) await host.stderr.write(`${textsOf(lang).waitsForStdin}\n`);
      return host.readStdin();
    },
  };
}

/** Runs the program. Resolves to the exit code: 0 checked, no error; 1 errors; 2 something could not be checked or the command is wrong; 3 a bug. */
export async function main(host: Host): Promise<number> {
  let lang: Lang = 'zh';
  try {
    lang = chooseLanguage(host.argv, host.env);
    const exitCode = await runProgram({ host: announcing(host, lang), lang, texts: textsOf(lang), commands });
    await host.stdout.settled();
    return exitCode;
  } catch (error) {
    return explain(error, host, lang);
  }
}
