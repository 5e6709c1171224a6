// A process of `npm run stories`, which plays what it is handed.
require('ts-node').register({ project: `${__dirname}/../../tsconfig.json` });
require('./worker.ts').work();
