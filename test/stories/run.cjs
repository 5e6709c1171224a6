// `npm run stories`: plays many random stories and says how often each fault and order occurred.
require('ts-node').register({ project: `${__dirname}/../../tsconfig.json` });
require('./run.ts').main(process.argv);
