/**
 * No sentence breaks a rule down: parts of the sentences of the fixtures in any order. Seeded; `GOV_REPORT_SENTENCES` says how many
 * (a multiple of 20), `GOV_REPORT_FUZZ_SEED` where to start. A failure names the sentence.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext } from '../../src/judge/context.js';
import { judge } from '../../src/judge/engine.js';
import { rules } from '../../src/judge/rules/index.js';
import { chance } from '../support/fuzz.js';
import { SEED } from '../support/properties.js';
import { readingOf } from '../support/reading.js';
import { recombine, reportSaying } from '../support/recombined.js';

const SENTENCES = Number(process.env['GOV_REPORT_SENTENCES'] ?? 1_000);
const EACH = 20;

/** What is thrown over these sentences, if anything. */
function fault(sentences: readonly string[]): unknown {
  const context = createContext(readingOf(reportSaying(sentences)), {});
  try {
    const active = rules.map((rule) => ({ rule }));
    judge(context, active, 'zh');
    judge(context, active, 'en');
    return undefined;
  } catch (error) {
    return error;
  }
}

/** A bug of the claims, whose reading is being written anew: counted, and printed by a long run. */
const ofClaims = (error: unknown): boolean =>
  error instanceof Error && (/judge[\\/]claims[\\/]/.test(String(error.stack).split('\n')[1] ?? '') || (error.cause !== undefined && ofClaims(error.cause)));

test(`no rule breaks down over ${SENTENCES} recombined sentences`, (t) => {
  const next = recombine(chance(SEED));
  let known = 0;
  let slowest = { time: 0, sentences: [] as readonly string[] };
  for (let done = 0; done < SENTENCES; done += EACH) {
    const sentences = Array.from({ length: EACH }, next);
    const start = performance.now();
    const found = fault(sentences);
    const time = performance.now() - start;
    if (time > slowest.time) slowest = { time, sentences };
    if (found === undefined) continue;
    const guilty = sentences.filter((sentence) => fault([sentence]) !== undefined);
    if (ofClaims(found)) {
      known += 1;
      t.diagnostic(`claims: ${guilty[0] ?? sentences.join('')}`);
    } else assert.fail(`${(found as Error).message}: ${JSON.stringify(guilty.length === 0 ? sentences : guilty)}`);
  }
  t.diagnostic(`${known} of ${SENTENCES / EACH} reports break the claims down; the slowest took ${Math.round(slowest.time)} ms`);
  if (slowest.time > 5_000) t.diagnostic(`slowest: ${slowest.sentences.map((sentence) => sentence.slice(0, 80)).join(' | ')}`);
});
