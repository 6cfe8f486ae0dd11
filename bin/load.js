// The command is one script. V8 takes what the build has already compiled of it, and compiles it itself when that came from another version.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

function ifPresent(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

const filename = join(__dirname, '..', 'dist', 'cli', 'command.js');
const cachedData = ifPresent(join(filename, '..', 'command.cache'));
const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData });
if (cachedData && !script.cachedDataRejected) {
  // V8 is the one of the build, so it knows these. Most runs check one report and end before optimised code has paid for its making:
  // expressions are compiled once instead of twice, and functions have to run longer before they are taken for hot.
  setFlagsFromString('--no-regexp-tier-up');
  setFlagsFromString('--interrupt-budget=400000');
}
script.runInThisContext()(module, createRequire(filename));
