/**
 * The arrows between the rooms (docs/architecture.md): what each room may import besides itself and packages.
 * `cli` is missing on purpose: it wires the rooms together and may import every one.
 */
const MAY_IMPORT = {
  model: [],
  catalogue: ['model'],
  extract: ['model', 'catalogue'],
  read: ['model'],
  pipeline: ['model', 'read', 'extract'],
  app: ['model', 'catalogue'],
  backfill: ['model', 'catalogue', 'read'],
  evaluate: ['model'],
  store: ['app', 'model'],
  queue: ['app', 'model'],
  accounts: ['app', 'model'],
  http: ['app', 'model', 'catalogue'],
};

const arrows = Object.entries(MAY_IMPORT).map(([room, allowed]) => ({
  name: `${room}-imports-only-${allowed.join('-and-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^(src|workers|web|tests|bench)/', pathNot: `^src/(${[room, ...allowed].join('|')})/` },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'pure-rooms-do-no-io',
      comment:
        'The same document gives the same record: model, catalogue and extract read no file and no network (`module` loads data packages).',
      severity: 'error',
      from: { path: '^src/(model|catalogue|extract)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'], pathNot: '^module$' },
    },
    {
      name: 'pages-import-only-the-model',
      comment: 'And the reading of what a person types: it must work without a connection.',
      severity: 'error',
      from: { path: '^web/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^(src|workers|tests|bench)/', pathNot: '^src/(model/|extract/typed\\.ts$)' },
    },
    {
      name: 'nothing-imports-the-command-line',
      comment: 'Programs that compose the service are its only callers.',
      severity: 'error',
      from: { path: '^(src|workers|web)/', pathNot: ['^src/cli/', '^workers/', '\\.test\\.tsx?$'] },
      to: { path: '^src/cli/' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-development-packages',
      comment: 'What runs in production is a dependency; the pages are bundled.',
      severity: 'error',
      from: { path: '^(src|workers)/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'], pathNot: '/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
