// `npm run stories`: plays many random stories and says how often each fault and order occurred. Also starts its workers.
const { isMainThread } = require('node:worker_threads');
require('ts-node').register({ project: `${__dirname}/../../tsconfig.json` });
if (isMainThread) require('./run.ts').main(process.argv);
else require('./worker.ts').work();
