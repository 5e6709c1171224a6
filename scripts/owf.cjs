#!/usr/bin/env node
// Starts the command line from its TypeScript source, so that nothing has to be compiled first.
require('ts-node').register({ project: `${__dirname}/../tsconfig.json` });
require('./owf.ts').main(process.argv);
