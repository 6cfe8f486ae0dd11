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
import { cases } from '../support/long.js';
import { SEED } from '../support/properties.js';
import { readingOf } from '../support/reading.js';
import { recombine, reportSaying } from '../support/recombined.js';

const SENTENCES = Number(process.env['GOV_REPORT_SENTENCES'] ?? cases(1_000, 200));
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

/** Longest that the rules may take over a report of so many sentences, in milliseconds; held by a long run only, when nothing else is at work. */
const LONGEST = 5_000;

test(`no rule breaks down over ${SENTENCES} recombined sentences`, (t) => {
  const next = recombine(chance(SEED));
  let slowest = { time: 0, sentences: [] as readonly string[] };
  for (let done = 0; done < SENTENCES; done += EACH) {
    const sentences = Array.from({ length: EACH }, next);
    const start = process.cpuUsage();
    const found = fault(sentences);
    // The time at work: a machine may have much else to do.
    const { user, system } = process.cpuUsage(start);
    const time = (user + system) / 1000;
    if (time > slowest.time) slowest = { time, sentences };
    if (found === undefined) continue;
    const guilty = sentences.filter((sentence) => fault([sentence]) !== undefined);
    assert.fail(`${(found as Error).message}: ${JSON.stringify(guilty.length === 0 ? sentences : guilty)}`);
  }
  const { maxRSS } = process.resourceUsage();
  t.diagnostic(`${SENTENCES} sentences; the slowest report took ${Math.round(slowest.time)} ms; ${Math.round(maxRSS / 1024)} MB at most`);
  assert.ok(SENTENCES < 100_000 || slowest.time < LONGEST, `slow: ${JSON.stringify(slowest.sentences)}`);
});
