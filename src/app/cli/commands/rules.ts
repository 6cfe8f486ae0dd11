/** `gov-report rules`: the catalogue. */
import type { Command } from 'commander';
import type { Lang } from '../../../base/lang.js';
import { editions as allEditions } from '../../../form/editions/index.js';
import type { Rule } from '../../../judge/rule.js';
import { groups } from '../../../judge/rules/groups.js';
import { rules } from '../../../judge/rules/index.js';
import { table } from '../columns.js';
import type { CommandModule, Session } from '../session.js';
import type { Texts } from '../texts.js';
import { oneOf } from '../values.js';

const FORMATS = ['table', 'json'] as const;

function define(command: Command, { texts, lang }: Session): void {
  command.option(`-f, --format <${lang === 'zh' ? '格式' : 'format'}>`, texts.rulesFormat, oneOf('--format', FORMATS, texts));
}

function asTable(lang: Lang, texts: Texts): string {
  const rows = rules.map((rule) => [rule.id, texts.severities[rule.severity], rule.docs[lang].title] as const);
  const [head, ...lines] = table([[texts.ruleId, texts.severity, texts.title], ...rows]);
  const parts = groups.flatMap(({ key, name }) => {
    const own = lines.filter((_, index) => rules[index]!.id.startsWith(`${key}/`));
    return own.length === 0 ? [] : ['', name[lang], ...own];
  });
  return `${[head, ...parts].join('\n')}\n`;
}

/** A rule as data: what `rules --format json` prints of each. */
function record({ id, severity, severityIn, editions, basis, docs }: Rule, lang: Lang): object {
  return { id, severity, ...(severityIn ? { severityIn } : {}), editions: editions ?? allEditions.map(({ edition }) => edition), basis, ...docs[lang] };
}

async function run({ host, lang, texts }: Session, _args: readonly string[], { format }: Readonly<Record<string, unknown>>): Promise<number> {
  const asJson = (): string => `${JSON.stringify({ schemaVersion: 1, rules: rules.map((rule) => record(rule, lang)) }, null, 2)}\n`;
  await host.stdout.write(format === 'json' ? asJson() : asTable(lang, texts));
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
