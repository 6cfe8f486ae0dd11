#!/usr/bin/env node
const { main, nodeHost } = require('./load.js');

main(nodeHost(`${__dirname}/../`)).then((exitCode) => {
  process.exitCode = exitCode;
});
