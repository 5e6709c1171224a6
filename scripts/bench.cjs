// Starts the bench from its TypeScript source, with the machine's garbage collector at hand.
require('node:v8').setFlagsFromString('--expose-gc');
global.gc = require('node:vm').runInNewContext('gc');
require('ts-node').register({ project: `${__dirname}/../tsconfig.json` });
require('./bench.ts')
  .main()
  .then((code) => {
    process.exitCode = code;
  });
