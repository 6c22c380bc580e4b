import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { sourceFiles, type SourceFile } from './source-files.ts'

/** One law of ARCHITECTURE.md: which files it binds and how one sees that a file breaks it. */
interface Law {
  name: string
  because: string
  binds: (file: SourceFile) => boolean
  /** What is wrong with the file, or undefined. */
  breach: (file: SourceFile) => string | undefined
  /** A path and a text that break the law: a law that lets it pass is no law. */
  broken: { path: string; text: string }
}

const isTest = ({ name }: SourceFile): boolean => name.endsWith('.test.ts')
const isCode = ({ name }: SourceFile): boolean => /\.(ts|mjs|svelte)$/.test(name)
const isTypeScript = ({ name }: SourceFile): boolean => name.endsWith('.ts')
const under = (file: SourceFile, ...starts: string[]): boolean => starts.some((start) => file.path.startsWith(start))
const linesOf = ({ text }: SourceFile): number => text.trimEnd().split('\n').length
const firstMatch = (text: string, pattern: RegExp): string | undefined => pattern.exec(text)?.[0].trim()

const roles = [
  'table',
  'store',
  'reading',
  'view',
  'contract',
  'routes',
  'index',
  'main',
  'config',
  'setup',
  'client',
  'd',
]
const kinds = ['integration', 'property', 'simulation', 'browser', 'soak']
const roleList = [...roles, 'svelte', 'test', 'svelte.test', ...kinds.map((kind) => `${kind}.test`)].join('|')
const kebab = '[a-z0-9]+(-[a-z0-9]+)*'
const goodName = new RegExp(`^${kebab}(\\.(${roleList.replaceAll('.', '\\.')}))?\\.(ts|mjs)$`)
const goodComponent = /^(\+(page|layout|error)|[A-Z][A-Za-z0-9]*)(@[a-z]*)?\.svelte$/
const routeFile = /^\+(page|layout|server|error)(\.server)?\.ts$/

const impure =
  /\b(Date\.now\(|new Date\(\)|Math\.random\(|performance\.now\(|crypto\.random|setTimeout\(|setInterval\(|fetch\()/
const leftToDo = /(\/\/|\*|<!--).*\b(TODO|FIXME|XXX)\b/
const homePath = /(^|[\s'"`(=:])\/(work|root|home|Users)\/[\w.-]+/

const laws: Law[] = [
  {
    name: 'folders are nouns, not drawers',
    because: 'a drawer collects what nobody could name; name it after what it holds',
    binds: (file) => !under(file, 'web/src/lib/'),
    breach: ({ folders }) =>
      folders.find((folder) => ['common', 'utils', 'util', 'shared', 'helpers', 'lib'].includes(folder)),
    broken: { path: 'packages/domain/src/utils/text.ts', text: '' },
  },
  {
    name: 'steps of one transaction end before it does',
    because: 'Promise.all lets go at the first failure, and what the others send then is written outside; use inOrder',
    binds: (file) =>
      isTypeScript(file) && !isTest(file) && /^(services\/\w+|packages\/database)\/src\//.test(file.path),
    breach: ({ text }) =>
      firstMatch(
        text,
        /Promise\.all\((?:(?!\n(?:\}|\s*(?:await|const|for|if|return)\b))[^]){0,200}?\b(tx|reader)[,).]/,
      ),
    broken: { path: 'services/api/src/needs/post.ts', text: 'await Promise.all([\n  insertNeed(tx, need),\n])' },
  },
  {
    name: 'a file says what it is by its name',
    because: 'kebab-case noun, then its role, so that a glob finds every table or every route',
    binds: (file) => isCode(file) && !routeFile.test(file.name),
    breach: ({ name }) => (goodName.test(name) || goodComponent.test(name) ? undefined : name),
    broken: { path: 'services/api/src/needs/needRoutes.ts', text: '' },
  },
  {
    name: 'the environment is read once',
    because: 'a process reads its surroundings in main.ts through config.ts, where a fault is named at once',
    binds: (file) =>
      isTypeScript(file) &&
      under(file, 'packages/', 'services/', 'web/') &&
      !isTest(file) &&
      !under(file, 'packages/testing/'),
    breach: ({ name, text }) =>
      ['main.ts', 'config.ts', 'vite.config.ts'].includes(name) ? undefined : firstMatch(text, /process\.env\b/),
    broken: { path: 'services/api/src/needs/post-need.ts', text: 'const url = process.env.DATABASE_URL' },
  },
  {
    name: 'rules know no clock, chance or network',
    because: 'pass `now`, ids and randomness in, so that a rule gives the same answer again',
    binds: (file) =>
      under(file, 'packages/domain/src/', 'packages/taxonomy/src/', 'packages/lexical/src/') && !isTest(file),
    breach: ({ text }) => firstMatch(text, impure),
    broken: { path: 'packages/domain/src/needs/need.ts', text: 'const now = Date.now()' },
  },
  {
    name: 'files stay small',
    because: 'one file, one reason: split at the second reason (300 lines, 200 for a component)',
    binds: (file) => isCode(file) && !isTest(file),
    breach: (file) =>
      linesOf(file) > (file.name.endsWith('.svelte') ? 200 : 300) ? `${linesOf(file)} lines` : undefined,
    broken: { path: 'packages/domain/src/needs/need.ts', text: '\nconst one = 1'.repeat(301) },
  },
  {
    name: 'main.ts only opens, starts and closes',
    because: 'what a process is made of should be read at one glance: at most 40 lines',
    binds: ({ name }) => name === 'main.ts',
    breach: (file) => (linesOf(file) > 40 ? `${linesOf(file)} lines` : undefined),
    broken: { path: 'services/api/src/main.ts', text: '\nopen()'.repeat(41) },
  },
  {
    name: 'one index per package',
    because: 'barrels hide where a thing lives and make cycles; import the file itself',
    binds: ({ name }) => name === 'index.ts',
    breach: ({ path }) => (/^packages\/[^/]+\/src\/index\.ts$/.test(path) ? undefined : path),
    broken: { path: 'packages/domain/src/needs/index.ts', text: '' },
  },
  {
    name: 'services are real in tests',
    because: 'a mocked database proves the mock; packages/testing starts real ones',
    binds: isTest,
    breach: ({ text }) => firstMatch(text, /\bvi\.(mock|spyOn|fn)\(|ioredis-mock|\bpg-mem\b/),
    broken: { path: 'services/api/src/needs/need.test.ts', text: "vi.mock('postgres')" },
  },
  {
    name: 'nothing is left for later in comments',
    because: 'work that remains is an issue; a comment says why the code is as it is',
    binds: isCode,
    breach: ({ text }) => firstMatch(text, leftToDo),
    broken: { path: 'packages/domain/src/needs/need.ts', text: '// TODO: later' },
  },
  {
    name: 'no path of one machine',
    because: 'the project runs in any folder; build paths from import.meta.url or the configuration',
    binds: ({ path }) => path !== 'pnpm-lock.yaml',
    breach: ({ text }) => firstMatch(text, homePath),
    broken: { path: 'README.md', text: 'see /home/ana/enlace' },
  },
  {
    name: 'dependencies are pinned',
    because: 'the same source must install the same code next year',
    binds: ({ name }) => name === 'package.json',
    breach: ({ text }) => firstMatch(dependenciesOf(text), /"[^"]+":"(?!workspace:\*|npm:[^"]+@\d|\d)[^"]*"/),
    broken: { path: 'package.json', text: '{ "dependencies": { "zod": "^4.6.7" } }' },
  },
  {
    name: 'the interface has no left and right',
    because: 'Arabic readers get a mirrored page from the logical utilities ms-, me-, ps-, pe-, start and end',
    binds: (file) => under(file, 'web/src/') && file.name.endsWith('.svelte'),
    breach: ({ text }) =>
      firstMatch(text, /[\s"'`:](-?[mp][lr]-[\w[]+|text-(left|right)|(margin|padding)-(left|right)\s*:)/),
    broken: { path: 'web/src/lib/ui/Button.svelte', text: '<button class="ml-2">' },
  },
]

const root = fileURLToPath(new URL('../../..', import.meta.url))
// This file holds an example of every breach.
const files = sourceFiles(root).filter(({ name }) => name !== 'tidy.test.ts')

describe('the house is tidy:', () => {
  it.each(laws)('$name', ({ binds, breach, because }) => {
    const breaches = files.filter(binds).flatMap((file) => {
      const what = breach(file)
      return what === undefined ? [] : [`${file.path}: ${what}`]
    })
    expect(breaches, `Because ${because}.`).toEqual([])
  })

  it('half of all files have 60 lines or fewer', () => {
    const lengths = files.filter((file) => isTypeScript(file) && !isTest(file)).map(linesOf)
    const middle = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)]
    expect(middle).toBeLessThanOrEqual(60)
  })

  it('no folder stands in singular and in plural', () => {
    // Below routes/ a folder is a part of an address, and a person's own organisation or passport is one.
    const nouns = files.filter(
      (file) => under(file, 'packages/', 'services/', 'web/') && !under(file, 'web/src/routes/'),
    )
    const folders = new Set(nouns.flatMap((file) => file.folders))
    expect(
      [...folders].filter((folder) => folders.has(`${folder}s`)),
      'One noun, one folder name.',
    ).toEqual([])
  })
})

describe('a law would notice:', () => {
  it.each(laws)('$name', ({ binds, breach, broken: { path, text } }) => {
    const folders = path.split('/').slice(0, -1)
    const file = { path, folders, name: path.split('/').at(-1) ?? '', text }
    expect(binds(file)).toBe(true)
    expect(breach(file)).toEqual(expect.any(String))
  })
})

/** The dependency sections of a package.json, without spaces. */
function dependenciesOf(text: string): string {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(text)
  return JSON.stringify({ ...dependencies, ...devDependencies, ...optionalDependencies })
}
