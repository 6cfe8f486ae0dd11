/** The results as SARIF 2.1.0, for code scanning services and editors; written piece by piece, one result a line. */
import type { Lang } from '../../base/lang.js';
import { cellName, cellSpec } from '../../form/model/names.js';
import type { Checked, Correction, Diagnostic, FileResult, Place, Severity } from '../../judge/diagnostic.js';
import type { Rule } from '../../judge/rule.js';
import { correctionWords } from './corrections.js';
import { placeWords, positionOf } from './place.js';
import { faultId, type Reporter } from './reporter.js';
import { rosterLines, rosterSentence } from './roster.js';
import { absentLines } from './since.js';
import { skipWords } from './skipped.js';
import { exitCodeOf } from './summary.js';
import { fileUri } from './uri.js';

const LEVEL: { readonly [severity in Severity]: 'error' | 'warning' | 'note' } = { error: 'error', warning: 'warning', info: 'note' };

interface Words {
  readonly why: string;
  readonly fix: string;
  readonly basis: string;
  readonly colon: string;
  readonly language: string;
}

const WORDS: { readonly [lang in Lang]: Words } = {
  zh: { why: '为什么', fix: '修改建议', basis: '依据', colon: '：', language: 'zh-CN' },
  en: { why: 'Why', fix: 'How to mend', basis: 'Basis', colon: ': ', language: 'en' },
};

/** A text in which nothing is taken for an embedded link ([…](…), SARIF §3.11.6) or a placeholder ({0}, §3.11.5). */
function plain(text: string): string {
  return text.replace(/\[(?=[^\]]*\]\()|\](?=\()/g, '\\$&').replace(/\{(?=\d+\})|(?<=\{\d+)\}/g, '$&$&');
}

function ruleMetadata(rule: Rule, lang: Lang): object {
  const words = WORDS[lang];
  const { title, what, why, fix } = rule.docs[lang];
  const basis = [rule.basis.document, rule.basis.clause].filter(Boolean).join(' ');
  const facts = [[words.why, why] as const, [words.fix, fix] as const, [words.basis, basis] as const];
  return {
    id: rule.id,
    name: rule.id.replace(/(?:^|[/-])(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: what },
    help: {
      text: [what, ...facts.map(([name, text]) => `${name}${words.colon}${text}`)].join('\n'),
      markdown: [what, ...facts.map(([name, text]) => `**${name}**${words.colon}${text}`)].join('\n\n'),
    },
    defaultConfiguration: { level: LEVEL[rule.severity] },
    properties: { tags: [rule.id.split('/')[0]] },
  };
}

/** What a region counts as lines when it is not lines: paragraphs of a Word file, pages of a fixed layout. */
function unitsOf({ line, paragraph, paraId, page, box }: Place): object {
  if (line !== undefined) return {};
  if (page !== undefined) return { properties: { page, ...(box === undefined ? {} : { box }) } };
  return paragraph === undefined ? {} : { properties: { paragraph, ...(paraId === undefined ? {} : { paraId }) } };
}

/** Where in the file. A Word file has no lines, nor has a PDF: its region counts paragraphs or pages as lines, and says so in its properties. */
function region(place: Place): object {
  const { line, column } = positionOf(place);
  const quote = place.quote !== undefined && place.quote !== '' && column !== undefined ? place.quote : undefined;
  return {
    startLine: Math.max(1, line),
    ...(column === undefined ? {} : { startColumn: Math.max(1, column) }),
    ...(quote === undefined || column === undefined ? {} : { endColumn: Math.max(1, column) + quote.length, snippet: { text: quote } }),
    ...unitsOf(place),
  };
}

/** Which node of the model: its pointer, its name for people, and whether it is a value or holds others. */
function logicalLocation(pointer: string, name: string): object {
  const isValue =
    cellSpec(pointer) !== undefined || /^\/(?:title|unit|year|edition|(?:preface|closing)\/\d+|sections\/\d+\/(?:heading|paragraphs\/\d+))$/.test(pointer);
  return { name, ...(pointer === '' ? {} : { fullyQualifiedName: pointer }), kind: isValue ? 'value' : 'object' };
}

function justification({ reason, author, until }: NonNullable<Diagnostic['suppressed']>): string {
  return [reason, author, until].filter((part) => part !== undefined).join(' · ');
}

interface Artifact {
  readonly uri: string;
  readonly index: number;
}

function result(diagnostic: Diagnostic, ordinal: number, ruleIndex: number, artifact: Artifact, corrections: readonly Correction[], lang: Lang): object {
  const { pointer, place, actual, expected, suppressed } = diagnostic;
  const at = (where: Place, node: string, name: string): object => ({
    physicalLocation: { artifactLocation: artifact, region: region(where) },
    logicalLocations: [logicalLocation(node, name)],
  });
  const related = diagnostic.related.map((item, index) => {
    const name = cellName(item.pointer, lang) ?? item.pointer;
    return { id: index + 1, ...at(item.place, item.pointer, name), message: { text: plain(`${name}${WORDS[lang].colon}${item.value ?? '?'}`) } };
  });
  const own = corrections.filter(({ explains }) => explains.includes(diagnostic.fingerprint));
  return {
    ruleId: diagnostic.ruleId,
    ...(ruleIndex === -1 ? {} : { ruleIndex }),
    level: LEVEL[diagnostic.severity],
    message: { text: plain(diagnostic.message) },
    locations: [at(place, pointer, placeWords(diagnostic, lang))],
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    // A baseline is the earlier run of --since (§3.27.24).
    ...(diagnostic.since === undefined ? {} : { baselineState: diagnostic.since === 'open' ? 'unchanged' : 'new' }),
    // All results or none must have them (§3.27.23).
    suppressions: suppressed ? [{ kind: 'external', status: 'accepted', justification: justification(suppressed) }] : [],
    // Equal faults of one file differ by nothing but their order.
    partialFingerprints: { 'govReport/v1': `${diagnostic.fingerprint}:${ordinal}` },
    properties: {
      help: diagnostic.help,
      basis: diagnostic.basis,
      ...(actual === undefined ? {} : { actual }),
      ...(expected === undefined ? {} : { expected }),
      ...(own.length === 0 ? {} : { corrections: own.map((correction) => ({ text: correctionWords(correction, lang), ...correction })) }),
    },
  };
}

/** The results of one file without repetitions, numbered among those with the same fingerprint. */
function results(file: Checked, artifact: Artifact, catalogue: readonly Rule[], lang: Lang): readonly object[] {
  const seen = new Set<string>();
  const ordinals = new Map<string, number>();
  return file.diagnostics.flatMap((diagnostic) => {
    const whole = JSON.stringify(diagnostic);
    if (seen.has(whole)) return [];
    seen.add(whole);
    const ordinal = (ordinals.get(diagnostic.fingerprint) ?? 0) + 1;
    ordinals.set(diagnostic.fingerprint, ordinal);
    const ruleIndex = catalogue.findIndex((rule) => rule.id === diagnostic.ruleId);
    return [result(diagnostic, ordinal, ruleIndex, artifact, file.corrections, lang)];
  });
}

/**
 * One run. Files that could not be checked are notifications of the invocation, whose exit code is that of the command and which did not
 * succeed if there is such a file. Every file examined is an artifact with what was checked in it, clean ones too.
 */
export const sarif: Reporter = ({ lang, catalogue, toolVersion, maxWarnings }) => {
  const artifacts = new Map<string, { readonly index: number; readonly text: string }>();
  const notifications: string[] = [];
  let any = false;
  const artifactOf = (file: FileResult): Artifact => {
    const uri = fileUri(file.file);
    const properties = file.status === 'checked' ? { edition: file.edition, unit: file.unit, year: file.year, checks: file.checks } : {};
    const index = artifacts.get(uri)?.index ?? artifacts.size;
    artifacts.set(uri, {
      index,
      text: JSON.stringify({ location: { uri, index }, roles: ['analysisTarget'], properties: { status: file.status, verdict: file.verdict, ...properties } }),
    });
    return { uri, index };
  };
  return {
    start: () => {
      const driver = {
        name: 'gov-report',
        version: toolVersion,
        semanticVersion: toolVersion,
        language: WORDS[lang].language,
        rules: catalogue.map((rule) => ruleMetadata(rule, lang)),
      };
      const head = { tool: { driver }, columnKind: 'utf16CodeUnits', language: WORDS[lang].language };
      return `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[${JSON.stringify(head).slice(0, -1)},"results":[`;
    },
    file: (file) => {
      const artifact = artifactOf(file);
      if (file.status !== 'checked') {
        const { message, help } = file.error;
        notifications.push(
          JSON.stringify({
            level: 'error',
            descriptor: { id: faultId(file) },
            message: { text: plain(`${message}${lang === 'en' ? ' ' : ''}${help}`) },
            locations: [{ physicalLocation: { artifactLocation: artifact } }],
          }),
        );
        return '';
      }
      return results(file, artifact, catalogue, lang)
        .map((item) => {
          const separator = any ? ',' : '';
          any = true;
          return `${separator}\n${JSON.stringify(item)}`;
        })
        .join('');
    },
    end: (summary, { skipped = [], roster, since } = {}) => {
      for (const { file, reason } of skipped)
        notifications.push(
          JSON.stringify({
            level: 'note',
            descriptor: { id: `input/${reason}` },
            message: { text: skipWords[lang][reason] },
            locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(file) } } }],
          }),
        );
      const besides = [
        ...rosterLines(roster, lang).map((one) => ({ file: roster!.file, id: one.id, level: LEVEL[one.severity], text: rosterSentence(one, lang) })),
        ...absentLines(since, lang).map(({ id, sentence }) => ({ file: since!.file, id, level: LEVEL.warning, text: sentence })),
      ];
      for (const { file, id, level, text } of besides)
        notifications.push(
          JSON.stringify({
            level,
            descriptor: { id },
            message: { text: plain(text) },
            locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(file) } } }],
          }),
        );
      const exitCode = exitCodeOf(summary, maxWarnings);
      const invocation = `{"executionSuccessful":${exitCode < 2},"exitCode":${exitCode},"toolExecutionNotifications":[${notifications.join(',\n')}]}`;
      const targets = [...artifacts.values()].map(({ text }) => text).join(',\n');
      return `\n],"invocations":[${invocation}],"artifacts":[\n${targets}\n]}]}\n`;
    },
  };
};
