/** Jest runs TypeScript through ts-jest; types are checked once, by `npm run types`. */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.json', diagnostics: false }] },
  // The types package is types alone; nothing of it is ever loaded at run time.
  modulePathIgnorePatterns: ['<rootDir>/dist'],
  testTimeout: 30_000,
  // Two cores do two files at once; Jest would leave one of them idle.
  maxWorkers: '100%',
};
