/** ES modules through SWC; run under NODE_OPTIONS=--experimental-vm-modules. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true },
          experimental: { keepImportAttributes: true },
        },
      },
    ],
  },
  roots: ['<rootDir>/src', '<rootDir>/workers', '<rootDir>/tests', '<rootDir>/bench'],
  testTimeout: 180_000,
};
