/** Pages of documentation from the catalogue: one a rule and language, and the index. */
import type { Lang } from '../../src/base/lang.js';
import type { Diagnostic } from '../../src/judge/diagnostic.js';
import { profilesAsking } from '../../src/judge/profiles/index.js';
import type { Example, Rule } from '../../src/judge/rule.js';
import { exampleWords } from '../../src/judge/rules/example-words.js';
import { groups } from '../../src/judge/rules/groups.js';
import { severities, severityWords } from '../../src/judge/severity-words.js';

/** Runs one rule alone on one of its examples. */
export type RunExample = (rule: Rule, example: Example, lang: Lang) => readonly Diagnostic[];

const texts = {
  zh: {
    made: '本页由 npm run generate 生成，请勿手工修改。',
    other: 'English',
    index: '规则目录',
    indexText: '级别：**错误**是格式规定的或由其推算必然成立的；**警告**需要人工判断；**提示**属于规范整洁。配置文件可以改变每条规则的级别。',
    columns: ['规则', '级别', '检查什么'],
    why: '为什么检查',
    basis: '依据',
    fix: '如何改正',
    examples: '示例',
    base: '以一份各部分齐全、勾稽关系成立的报告为底本。',
    unchanged: '底本原样。',
    bad: '应当报告',
    good: '不应报告',
    asked: (names: string) => `自带的配置方案中，${names} 对本规则有要求或者设置。见 [配置方案](../../profiles.md)。`,
    yields: (ids: string) => `同一处已由 ${ids} 报告的，不再重复。`,
    separator: '、',
  },
  en: {
    made: 'Made by npm run generate; do not edit.',
    other: '中文',
    index: 'Rules',
    indexText:
      'Severity: **error** is printed in the form or follows from it by arithmetic; **warning** is evidence that a person must weigh; **info** is tidiness. The configuration file can change the severity of each rule.',
    columns: ['Rule', 'Severity', 'Fault'],
    why: 'Why',
    basis: 'Basis',
    fix: 'How to mend it',
    examples: 'Examples',
    base: 'Each starts from a report that is complete and whose sums hold.',
    unchanged: 'The report as it is.',
    bad: 'Reported',
    good: 'Not reported',
    asked: (names: string) => `Of the shipped profiles, ${names} asks something of this rule or sets it. See [profiles](../../profiles.en.md).`,
    yields: (ids: string) => `Says nothing where ${ids} already speaks.`,
    separator: ', ',
  },
} as const;

/** Text of a report or message that must not be taken for Markdown or HTML. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>|#~]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

/** The file of a rule's page below `docs/rules/`. */
export function pagePath(id: string, lang: Lang): string {
  return `${id}${lang === 'zh' ? '' : '.en'}.md`;
}

function findingWords(diagnostic: Diagnostic, lang: Lang): string {
  return `> **${severities[lang][diagnostic.severity]}** ${escaped(diagnostic.message)}`;
}

function exampleLines(rule: Rule, example: Example, heading: string, run: RunExample, lang: Lang): readonly string[] {
  const changes = exampleWords(example, lang);
  const found = run(rule, example, lang).flatMap((diagnostic) => [findingWords(diagnostic, lang), '>']);
  return [
    `### ${heading}：${escaped(example.name)}`.replace('：', lang === 'zh' ? '：' : ': '),
    '',
    ...(changes.length === 0 ? [texts[lang].unchanged] : changes.map((change) => `- ${escaped(change)}`)),
    '',
    ...(found.length === 0 ? [] : [...found.slice(0, -1), '']),
  ];
}

/** The page of a rule, Markdown. */
export function rulePage(rule: Rule, run: RunExample, lang: Lang): string {
  const text = texts[lang];
  const docs = rule.docs[lang];
  const name = rule.id.split('/')[1] ?? rule.id;
  const other = pagePath(name, lang === 'zh' ? 'en' : 'zh');
  const asking = profilesAsking(rule.id)
    .map((profile) => `\`${profile}\``)
    .join(text.separator);
  const yields = rule.yieldsTo?.map((id) => `\`${id}\``).join(text.separator);
  return [
    `<!-- ${text.made} -->`,
    '',
    `# ${escaped(docs.title)}`,
    '',
    `\`${rule.id}\` · ${severityWords(rule, lang)} · [${text.other}](${other})`,
    '',
    escaped(docs.what),
    ...(yields ? ['', text.yields(yields)] : []),
    ...(asking ? ['', text.asked(asking)] : []),
    '',
    `## ${text.why}`,
    '',
    escaped(docs.why),
    '',
    `${text.basis}${lang === 'zh' ? '：' : ': '}${escaped([rule.basis.document, rule.basis.clause].filter(Boolean).join(' '))}`,
    '',
    `## ${text.fix}`,
    '',
    escaped(docs.fix),
    '',
    `## ${text.examples}`,
    '',
    text.base,
    '',
    ...rule.examples.bad.flatMap((example) => exampleLines(rule, example, text.bad, run, lang)),
    ...rule.examples.good.flatMap((example) => exampleLines(rule, example, text.good, run, lang)),
  ].join('\n');
}

/** The index of all rules by group, Markdown. */
export function ruleIndex(rules: readonly Rule[], lang: Lang): string {
  const text = texts[lang];
  const sections = groups.flatMap((group) => {
    const members = rules.filter((rule) => rule.id.startsWith(`${group.key}/`));
    if (members.length === 0) return [];
    const rows = members.map((rule) => `| [\`${rule.id}\`](${pagePath(rule.id, lang)}) | ${severityWords(rule, lang)} | ${escaped(rule.docs[lang].title)} |`);
    return [`## ${group.name[lang]}`, '', `| ${text.columns.join(' | ')} |`, '| --- | --- | --- |', ...rows, ''];
  });
  const other = pagePath('README', lang === 'zh' ? 'en' : 'zh');
  return [`<!-- ${text.made} -->`, '', `# ${text.index}`, '', `[${text.other}](${other})`, '', text.indexText, '', ...sections].join('\n');
}
