// The command is one script. V8 takes what the build has already compiled of it, and compiles it itself when that came from another version.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');
const { Script } = require('node:vm');

function ifPresent(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

const filename = join(__dirname, '..', 'dist', 'cli', 'command.js');
const script = new Script(readFileSync(filename, 'latin1'), { filename, cachedData: ifPresent(join(filename, '..', 'command.cache')) });
script.runInThisContext()(module, createRequire(filename));
