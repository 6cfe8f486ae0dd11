/**
 * Which units of a run copy from one another. Equal sentences are one node; near ones are found by an index of shingles, so that the cost grows
 * with the text and not with the pairs of units. What many units write is nobody's copy and weighs nothing: shingles of many units are left out
 * before anything is compared, so that a handed-out sentence with its blanks filled in weighs no more than what was filled in.
 */
import type { SectionKey } from '../../form/editions/index.js';
import type { AlikeReport, AlikeSentence } from './sentences.js';

/** With fewer units nobody can tell what everybody writes. */
const LEAST_UNITS = 10;
/** Wording of more units than this was handed out: 15 % of them, three at least, twelve at most. */
const COMMON = { share: 0.15, least: 3, most: 12 } as const;
/** Letters of a shingle, and how many shingles of a sentence are looked up. */
const SHINGLE = 4;
const LOOKED_UP = 8;
/** A sentence with fewer shingles of its own says nothing of its own. */
const LEAST_SHINGLES = 8;
/** Shingles that more sentences have tell nothing. */
const MOST_IN_BUCKET = 200;
/** Shared shingles of two near sentences, as part of all of both. */
const NEAR = 0.6;
/** Letters that a section must have in common with another's. */
const LEAST_LETTERS = 60;

/** A section that is alike with another unit's. */
export interface Alike {
  readonly section: SectionKey;
  /** The other unit, and its file. */
  readonly unit: string;
  readonly file: string;
  /** Part of the section's own words (what everybody writes apart) that the other has too. */
  readonly share: number;
  /** Sentences of both, the longest first. */
  readonly pairs: readonly { readonly pointer: string; readonly own: string; readonly other: string }[];
}

interface Node {
  /** Shingles that few units have; about as many as there are letters in words of its own. */
  readonly shingles: ReadonlySet<number>;
  /** Where it stands: number of the report, sentence. */
  readonly places: { readonly report: number; readonly sentence: AlikeSentence }[];
  readonly near: Set<Node>;
}

function hash(text: string, from: number): number {
  let value = 0x811c9dc5;
  for (let index = from; index < from + SHINGLE; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value ^ (value >>> 15);
}

function shinglesOf(text: string): ReadonlySet<number> {
  const found = new Set<number>();
  for (let index = 0; index + SHINGLE <= text.length; index += 1) found.add(hash(text, index));
  return found;
}

/** Most units that may share wording which is still somebody's own. */
function mostUnits(reports: readonly AlikeReport[]): number {
  return Math.min(COMMON.most, Math.max(COMMON.least, Math.floor(reports.length * COMMON.share)));
}

/** In how many reports each shingle stands. */
function frequencies(reports: readonly AlikeReport[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { sentences } of reports) {
    const own = new Set<number>();
    for (const { masked } of sentences) for (let index = 0; index + SHINGLE <= masked.length; index += 1) own.add(hash(masked, index));
    for (const shingle of own) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function nodesOf(reports: readonly AlikeReport[]): readonly Node[] {
  const nodes = new Map<string, Node>();
  const counts = frequencies(reports);
  const most = mostUnits(reports);
  const rare = (text: string): ReadonlySet<number> => new Set([...shinglesOf(text)].filter((shingle) => counts.get(shingle)! <= most));
  for (const [report, { sentences }] of reports.entries()) {
    for (const sentence of sentences) {
      const key = `${sentence.section} ${sentence.masked}`;
      const known = nodes.get(key);
      if (known) known.places.push({ report, sentence });
      else nodes.set(key, { shingles: rare(sentence.masked), places: [{ report, sentence }], near: new Set() });
    }
  }
  return [...nodes.values()].filter(({ shingles }) => shingles.size >= LEAST_SHINGLES);
}

/** Joins nodes of one section whose shingles are mostly the same. */
function join(nodes: readonly Node[]): void {
  const buckets = new Map<string, Node[]>();
  for (const node of nodes) {
    const { section } = node.places[0]!.sentence;
    const candidates = new Map<Node, number>();
    // The smallest hashes of two near sentences are mostly the same ones.
    for (const shingle of [...node.shingles].sort((a, b) => a - b).slice(0, LOOKED_UP)) {
      const key = `${section}${shingle}`;
      const bucket = buckets.get(key) ?? [];
      if (bucket.length < MOST_IN_BUCKET) {
        for (const other of bucket) candidates.set(other, (candidates.get(other) ?? 0) + 1);
        bucket.push(node);
      }
      buckets.set(key, bucket);
    }
    for (const other of candidates.keys()) {
      let shared = 0;
      for (const shingle of node.shingles) if (other.shingles.has(shingle)) shared += 1;
      if (shared / (node.shingles.size + other.shingles.size - shared) < NEAR) continue;
      node.near.add(other);
      other.near.add(node);
    }
  }
}

/** A sentence of one report with the sentences of others that are near it. */
interface Shared {
  readonly sentence: AlikeSentence;
  readonly letters: number;
  /** By number of the report. */
  readonly others: ReadonlyMap<number, AlikeSentence>;
}

function sharedSentences(nodes: readonly Node[], reports: readonly AlikeReport[]): readonly (readonly Shared[])[] {
  const most = mostUnits(reports);
  const byReport: Shared[][] = reports.map(() => []);
  for (const node of nodes) {
    const all = [node, ...node.near];
    const others = new Map(all.flatMap(({ places }) => places.map(({ report, sentence }) => [report, sentence] as const)));
    if (new Set([...others.keys()].map((report) => reports[report]!.folded)).size > most) continue;
    for (const { report, sentence } of node.places) byReport[report]!.push({ sentence, letters: node.shingles.size, others });
  }
  return byReport;
}

/** The sections of each report that are alike with one of another unit, by file; `bound` is the share from which they are. */
export function findAlike(reports: readonly AlikeReport[], bound: number): ReadonlyMap<string, readonly Alike[]> {
  if (new Set(reports.map(({ folded }) => folded)).size < LEAST_UNITS) return new Map();
  const nodes = nodesOf(reports);
  join(nodes);
  const found = new Map<string, readonly Alike[]>();
  for (const [index, shared] of sharedSentences(nodes, reports).entries()) {
    const own = reports[index]!;
    const alike = [...new Set(shared.map(({ sentence }) => sentence.section))].flatMap((section): readonly Alike[] => {
      const sentences = shared.filter(({ sentence }) => sentence.section === section);
      const total = sentences.reduce((sum, { letters }) => sum + letters, 0);
      const letters = new Map<number, number>();
      for (const { others, letters: count } of sentences)
        for (const other of others.keys()) if (reports[other]!.folded !== own.folded) letters.set(other, (letters.get(other) ?? 0) + count);
      const [best] = [...letters].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      if (!best || best[1] < LEAST_LETTERS || best[1] / total < bound) return [];
      const { unit, file } = reports[best[0]]!;
      const pairs = sentences
        .filter(({ others }) => others.has(best[0]))
        .toSorted((a, b) => b.letters - a.letters)
        .map(({ sentence, others }) => ({ pointer: sentence.pointer, own: sentence.text, other: others.get(best[0])!.text }));
      return [{ section, unit, file, share: best[1] / total, pairs }];
    });
    if (alike.length > 0) found.set(own.file, alike);
  }
  return found;
}
