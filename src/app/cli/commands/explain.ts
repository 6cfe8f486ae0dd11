/** `gov-report explain`: everything about one rule. */
import type { Command } from 'commander';
import { profilesAsking } from '../../../judge/profiles/index.js';
import type { Example } from '../../../judge/rule.js';
import { exampleWords } from '../../../judge/rules/example-words.js';
import { rules } from '../../../judge/rules/index.js';
import { severityWords } from '../../../judge/severity-words.js';
import { titled } from '../columns.js';
import type { CommandModule, Session } from '../session.js';
import { unknownRule } from '../values.js';

function define(command: Command, { texts, lang }: Session): void {
  command.argument(`<${lang === 'zh' ? '规则' : 'id'}>`, texts.explainId);
}

function examples(list: readonly Example[], { lang, texts }: Session): string {
  return list
    .map((example) => exampleWords(example, lang).join(lang === 'zh' ? '；' : '; ') || texts.unchanged)
    .map((words) => `- ${words}`)
    .join('\n');
}

async function run(session: Session, [id = '']: readonly string[]): Promise<number> {
  const { host, lang, texts } = session;
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) {
    const ids = rules.map((candidate) => candidate.id);
    throw unknownRule(id, ids, texts);
  }
  const { title, what, why, fix } = rule.docs[lang];
  const width = Math.min(host.stdout.columns ?? 100, 100);
  const sections: readonly (readonly [string, string])[] = [
    [texts.what, what],
    [texts.why, why],
    [texts.howToMend, fix],
    [texts.basis, [rule.basis.document, rule.basis.clause].filter(Boolean).join(' ')],
    [texts.askedBy, profilesAsking(rule.id).join(lang === 'zh' ? '、' : ', ')],
    [texts.bad, examples(rule.examples.bad, session)],
    [texts.good, examples(rule.examples.good, session)],
  ];
  const lines = sections.filter(([, text]) => text !== '').flatMap(([heading, text]) => ['', ...titled(heading, text, width)]);
  await host.stdout.write(`${[title, `${rule.id} · ${severityWords(rule, lang)}`, ...lines].join('\n')}\n`);
  return 0;
}

/** The command. */
export const command: CommandModule = { define, run };
