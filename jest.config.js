/**
 * ES modules through SWC; run under NODE_OPTIONS=--experimental-vm-modules. `npm test` has just built dist and says so by
 * ANSINH_BUILT: the suites under tests/ then try what ships, whose child processes have no types to strip as they start.
 */
const shipped = process.env.ANSINH_BUILT
  ? { '^(?:\\.\\./)+(src|workers)/(.+)\\.ts$': '<rootDir>/dist/$1/$2.js' }
  : undefined;

const common = {
  testEnvironment: 'node',
  /** For packages, as transform.mjs does for what is ours. */
  sandboxInjectedGlobals: ['Math'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '\\.tsx?$|/dist/.+\\.js$': [
      '<rootDir>/tests/transform.mjs',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true },
          experimental: { keepImportAttributes: true },
        },
      },
    ],
  },
};

export default {
  projects: [
    { ...common, roots: ['<rootDir>/src', '<rootDir>/workers', '<rootDir>/bench'] },
    { ...common, roots: ['<rootDir>/tests'], moduleNameMapper: shipped },
  ],
  testSequencer: '<rootDir>/tests/sequencer.mjs',
  testTimeout: 180_000,
};
