// Many recombined sentences through every rule and many changed files through every reader, seeded: nothing breaks down, takes too long or is clean though it is not.
// Usage: node scripts/sweep.mjs [sentences = 100000] [files = 20000]
import { spawn } from 'node:child_process';

const [sentences = '100000', files = '20000'] = process.argv.slice(2);
const env = { ...process.env, GOV_REPORT_SENTENCES: sentences, GOV_REPORT_FUZZ_CASES: files };
spawn(process.execPath, ['scripts/test.mjs', 'test/judge/recombined.test.ts', 'test/app/fuzz.test.ts', '--all'], { stdio: 'inherit', env }).on(
  'close',
  (code) => {
    process.exitCode = code ?? 1;
  },
);
