/** What the command line says, in both languages. */
import type { Lang } from '../diagnostic.js';
import type { InputError } from '../errors.js';

const zh = {
  usage: '用法:',
  arguments: '参数：',
  options: '选项：',
  commands: '命令：',
  optionsInUsage: '[选项]',
  commandInUsage: '<命令>',
  error: '错误：',
  hint: '查看用法：',
  or: '、',
  meant: (words: string) => `，是不是 ${words}`,

  about: '检查和转换政府信息公开工作年度报告：结构、单元格、勾稽关系。',
  moreHelp: '“gov-report <命令> --help”显示一个命令的用法。',
  lang: '提示信息的语言：zh（默认）或 en',
  help: '显示用法',
  helpCommand: '显示命令的用法',
  helpCommandArgument: '命令',
  version: '显示版本号',

  lint: '检查报告',
  lintPaths: '文件、文件夹（含下级文件夹）或通配符；- 为标准输入',
  lintFormat: '输出格式，可写明输出文件，可多次使用：',
  lintStdinName: '标准输入的内容在结果中的名称',
  lintRule: '改变一条规则的级别：off（关闭）、info、warning 或 error；可多次使用',
  lintEdition: '按 2019 或 2021 年格式检查，不按报告年度判断',
  lintYear: '报告的统计年度，不从标题判断',
  lintUnit: '报告单位的名称，不从标题判断',
  lintMaxWarnings: '警告多于这个数时，退出码为 1',
  lintQuiet: '只显示错误',
  lintColor: '总是使用颜色',
  lintNoColor: '不使用颜色',
  lintJobs: '同时检查的线程数（默认按文件数和处理器数决定）',
  lintExamples: '示例：',
  lintExits: '退出码：0 已检查，没有错误；1 有错误；2 有文件未能检查，或命令有误；3 程序缺陷',

  convert: '转换报告',
  convertInput: '报告文件；- 为标准输入',
  convertTo: '转换成：json（默认）或 ndjson（一行）',
  convertLocations: '附上每个值在原文件中的位置和原文',
  convertOutput: '写入文件，不写到标准输出',

  rules: '列出全部规则',
  rulesFormat: '输出格式：table（默认）或 json',
  explain: '说明一条规则',
  explainId: '规则编号，如 arithmetic/requests-balance',
  schema: '输出 JSON Schema',
  schemaName: 'Schema 的名称：',

  unknownOption: (flag: string) => `没有选项 ${flag}`,
  unknownCommand: (name: string) => `没有命令 ${name}`,
  missingArgument: (name: string) => `缺少参数 <${name}>`,
  missingValue: (flags: string) => `选项 ${flags} 缺少值`,
  tooManyArguments: '参数太多',
  noCommand: '请写明命令',
  notOneOf: (flag: string, value: string, choices: string) => `${flag} 只能是 ${choices}，不能是“${value}”`,
  notANumber: (flag: string, value: string, least: number) => `${flag} 应是不小于 ${least} 的整数，不能是“${value}”`,
  notAYear: (value: string) => `--year 应是四位数的年份，不能是“${value}”`,
  badRule: (value: string) => `--rule 应写成“规则编号:级别”，级别是 off、info、warning 或 error，不能是“${value}”`,
  unknownRule: (id: string) => `没有规则 ${id}`,
  unknownFormat: (name: string, known: string) => `没有输出格式 ${name}，可用的有 ${known}`,
  unknownSchema: (name: string, known: string) => `没有名为 ${name} 的 Schema，可用的有 ${known}`,
  emptyOutput: (value: string) => `“${value}”的冒号后缺少文件名`,
  twoToStdout: (names: string) => `${names} 都输出到标准输出，无法区分；只能有一个不写文件名，其余请写成“格式:文件名”`,
  sameOutput: (path: string) => `两项输出写入同一个文件 ${path}`,
  stdinNameWithoutStdin: '--stdin-filename 只能与 - 一起使用',

  stdin: '<标准输入>',
  skipped: (kinds: string) => `提示：文件夹中还有不能直接检查的文件，已跳过：${kinds}。请用 Word 或 WPS 另存为 .docx 后再检查。`,
  kindCount: (extension: string, count: number) => `${extension} ${count} 个`,
  progress: (done: number, all: number) => `正在检查 ${done}/${all}`,
  bug: '程序出现缺陷，没有完成。请把以下内容连同所用的命令报告给项目维护者（项目主页的“问题”页）；报告文件不宜公开的，请附一份能重现的最小样例。',

  ruleId: '规则',
  severity: '级别',
  title: '名称',
  severities: { error: '错误', warning: '警告', info: '提示' },
  what: '是什么',
  why: '为什么',
  fix: '怎么改',
  basis: '依据',
  inEdition: (edition: string, severity: string) => `${edition} 年格式中为${severity}`,
  onlyEdition: (edition: string) => `只适用于 ${edition} 年格式`,
  bad: '错误示例（在各部分齐全、勾稽关系成立的报告中）',
  good: '正确示例',
  unchanged: '不作任何改动',
};

type Texts = typeof zh;

const en: Texts = {
  usage: 'Usage:',
  arguments: 'Arguments:',
  options: 'Options:',
  commands: 'Commands:',
  optionsInUsage: '[options]',
  commandInUsage: '<command>',
  error: 'error: ',
  hint: 'For usage: ',
  or: ', ',
  meant: (words) => `; did you mean ${words}?`,

  about: "Checks and converts China's yearly government information disclosure reports: structure, cells, arithmetic.",
  moreHelp: '"gov-report <command> --help" shows the usage of a command.',
  lang: 'language of messages: zh (default) or en',
  help: 'show usage',
  helpCommand: 'show the usage of a command',
  helpCommandArgument: 'command',
  version: 'show the version',

  lint: 'check reports',
  lintPaths: 'files, folders (with all below) or globs; - is standard input',
  lintFormat: 'output format, with a file to write it to if you like; repeatable:',
  lintStdinName: 'name that results give to standard input',
  lintRule: 'change the severity of a rule: off, info, warning or error; repeatable',
  lintEdition: 'check against the 2019 or 2021 form, whatever the report year',
  lintYear: "the report year, instead of the title's",
  lintUnit: "the unit's name, instead of the title's",
  lintMaxWarnings: 'exit with 1 when there are more warnings than this',
  lintQuiet: 'show errors only',
  lintColor: 'always use colours',
  lintNoColor: 'never use colours',
  lintJobs: 'threads to check with (by default chosen by the number of files and processors)',
  lintExamples: 'Examples:',
  lintExits: 'Exit codes: 0 checked, no error; 1 errors; 2 a file could not be checked, or the command is wrong; 3 a bug of the program',

  convert: 'convert a report',
  convertInput: 'the report; - is standard input',
  convertTo: 'convert to: json (default) or ndjson (one line)',
  convertLocations: 'add the place and the untouched text of every value',
  convertOutput: 'write to a file instead of standard output',

  rules: 'list all rules',
  rulesFormat: 'output format: table (default) or json',
  explain: 'explain a rule',
  explainId: 'id of a rule, such as arithmetic/requests-balance',
  schema: 'print a JSON Schema',
  schemaName: 'name of the schema:',

  unknownOption: (flag) => `there is no option ${flag}`,
  unknownCommand: (name) => `there is no command ${name}`,
  missingArgument: (name) => `argument <${name}> is missing`,
  missingValue: (flags) => `option ${flags} lacks its value`,
  tooManyArguments: 'too many arguments',
  noCommand: 'name a command',
  notOneOf: (flag, value, choices) => `${flag} must be one of ${choices}, not "${value}"`,
  notANumber: (flag, value, least) => `${flag} must be a whole number of at least ${least}, not "${value}"`,
  notAYear: (value) => `--year must be a year of four digits, not "${value}"`,
  badRule: (value) => `--rule must read "id:severity" with off, info, warning or error as severity, not "${value}"`,
  unknownRule: (id) => `there is no rule ${id}`,
  unknownFormat: (name, known) => `there is no output format ${name}; there are ${known}`,
  unknownSchema: (name, known) => `there is no schema named ${name}; there are ${known}`,
  emptyOutput: (value) => `a file name is missing after the colon of "${value}"`,
  twoToStdout: (names) => `${names} would mix on standard output; give all but one a file: "format:file"`,
  sameOutput: (path) => `two outputs are to be written to the same file ${path}`,
  stdinNameWithoutStdin: '--stdin-filename needs -',

  stdin: '<stdin>',
  skipped: (kinds) =>
    `note: the folders also hold files that cannot be checked as they are, which were skipped: ${kinds}. Save them as .docx with Word or WPS to check them.`,
  kindCount: (extension, count) => `${extension} × ${count}`,
  progress: (done, all) => `checking ${done}/${all}`,
  bug: "This is a bug of the program, and it could not finish. Please report the text below with the command you used on the issues page of the project's home; if the report is not public, attach the smallest sample that shows the bug.",

  ruleId: 'rule',
  severity: 'severity',
  title: 'title',
  severities: { error: 'error', warning: 'warning', info: 'info' },
  what: 'What',
  why: 'Why',
  fix: 'How to mend',
  basis: 'Basis',
  inEdition: (edition, severity) => `${severity} in the ${edition} form`,
  onlyEdition: (edition) => `only in the ${edition} form`,
  bad: 'Bad examples (in a report that is complete and whose sums hold)',
  good: 'Good examples',
  unchanged: 'the report as it is',
};

const texts: { readonly [lang in Lang]: Texts } = { zh, en };

export type { Texts };

/** The texts of a language. */
export function textsOf(lang: Lang): Texts {
  return texts[lang];
}

/** What an input error says, with what it speaks of when that is known: 甲.docx：…；… */
export function sentenceOf(error: InputError, lang: Lang, name?: string): string {
  const sentence = lang === 'zh' ? `${error.sentence.zh}；${error.remedy.zh}` : `${error.sentence.en}; ${error.remedy.en}`;
  return name === undefined ? sentence : `${name}${lang === 'zh' ? '：' : ': '}${sentence}`;
}
