#!/usr/bin/env node
import { main, nodeHost } from '../dist/cli/bin.js';

process.exitCode = await main(nodeHost(new URL('../', import.meta.url)));
