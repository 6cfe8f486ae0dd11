// The command is one script. V8 takes what the build has already compiled of it, and compiles it itself when that came from another version.
const { closeSync, openSync, readSync, statSync } = require('node:fs');
const { join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');

const folder = join(__dirname, '..', 'dist', 'cli');
const filename = join(folder, 'command.js');
const cache = join(folder, 'command.cache');
const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
// Memory used for the first time costs more than what is read into it, so both files are read into the same.
const memory = Buffer.allocUnsafeSlow(Math.max(sizeOf(filename), sizeOf(cache)));

function read(file) {
  const descriptor = openSync(file);
  try {
    let filled = 0;
    for (let got = -1; got !== 0; filled += got) got = readSync(descriptor, memory, filled, memory.length - filled);
    return memory.subarray(0, filled);
  } finally {
    closeSync(descriptor);
  }
}

function ifPresent(file) {
  try {
    return read(file);
  } catch {
    return undefined;
  }
}

const source = read(filename).latin1Slice();
const cachedData = ifPresent(cache);
const script = new Script(source, { filename, cachedData });
if (cachedData && !script.cachedDataRejected) {
  // V8 is the one of the build, so it knows these. Most runs check one report and end before optimised code has paid for its making:
  // expressions are compiled once instead of twice, and functions have to run longer before they are taken for hot.
  setFlagsFromString('--no-regexp-tier-up');
  setFlagsFromString('--interrupt-budget=400000');
  // Long runs: what lives stays at some 12 MB, but left to itself V8 lets four times as much gather before it collects, and gets there
  // only after thousands of reports.
  setFlagsFromString('--heap-growing-percent=60');
}
script.runInThisContext()(module, (name) => require(name.startsWith('./') ? join(folder, name) : name));
