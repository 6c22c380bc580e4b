/** Which of our packages each part may know. What is not listed is forbidden. */
const mayKnow = {
  'packages/domain': [],
  'packages/sealing': [],
  'packages/taxonomy': ['domain'],
  'packages/lexical': ['domain'],
  'packages/scheduling': [],
  'packages/contracts': ['domain'],
  'packages/audit-log': [],
  'packages/database': ['domain', 'contracts', 'audit-log'],
  'packages/messaging': ['contracts'],
  'packages/search': ['domain'],
  'packages/identity': ['domain', 'database'],
  'packages/interchange': ['domain', 'contracts', 'database', 'taxonomy'],
  'packages/runtime': [],
  'packages/storage': [],
  web: ['contracts', 'domain', 'sealing', 'taxonomy', 'audit-log'],
}

const tests = '\\.test\\.ts$'
/** What the tests of the pages share; it is in no bundle. */
const pageTests = '^web/src/testing/'

const arrows = Object.entries(mayKnow).map(([from, known]) => ({
  name: `${from.replace('packages/', '')}-knows-only-${known.join('-and-') || 'itself'}`,
  comment: 'Dependencies point one way (ARCHITECTURE.md, the import law); move the code or pass the value in.',
  severity: 'error',
  from: { path: `^${from}/`, pathNot: [tests, pageTests] },
  to: {
    path: '^(packages|services|infra)/',
    pathNot: [from, ...known.map((name) => `packages/${name}`)].map((p) => `^${p}/`),
  },
}))

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'domain-is-pure',
      comment:
        'The rules run in the browser and in simulations: no library, no I/O. Pass clock, ids and randomness in.',
      severity: 'error',
      from: { path: '^packages/domain/src', pathNot: tests },
      to: { dependencyTypesNot: ['local'] },
    },
    {
      name: 'no-service-knows-another',
      comment: 'Services meet in Postgres, on the queues and on the live channel; shared code belongs in a package.',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'packages-know-no-service',
      comment: 'A package serves the services; it cannot lean on one.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(services|web)/' },
    },
    {
      name: 'launcher-needs-only-node',
      comment: 'npm start runs before anything is installed.',
      severity: 'error',
      from: { path: '^infra/local/', pathNot: [tests, '^infra/local/dist/'] },
      to: { pathNot: '^infra/local/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'testing-only-in-tests',
      comment: 'packages/testing starts databases; nothing that ships may need it.',
      severity: 'error',
      from: {
        path: '^(packages|services|web)/',
        pathNot: [tests, '^packages/testing/', '^services/[^/]+/test/', pageTests, '\\.setup\\.ts$'],
      },
      to: { path: '^packages/testing/' },
    },
    {
      name: 'no-import-of-a-test',
      comment: 'What two tests share is a module of its own.',
      severity: 'error',
      from: {},
      to: { path: tests },
    },
    {
      name: 'no-cycle',
      comment: 'Two files that need each other are one file, or lack a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolves',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: { pathNot: '^web/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^((packages|services)/[^/]+|infra(/local)?|web)/(dist|build|\\.svelte-kit|src/lib/paraglide)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['enlace-src', 'import', 'svelte', 'node', 'default', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.svelte', '.json'],
    },
  },
}
