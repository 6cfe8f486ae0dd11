#!/usr/bin/env node
const { main, nodeHost, partsIn } = require('./load.js');

main(nodeHost(partsIn(`${__dirname}/../`))).then((exitCode) => {
  process.exitCode = exitCode;
});
