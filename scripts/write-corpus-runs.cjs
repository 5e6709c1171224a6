// Writes docs/corpus-runs.md, when the corpus lies beside the repository.
require('ts-node').register({ project: `${__dirname}/../tsconfig.json` });
require('./corpus-runs.ts').main();
