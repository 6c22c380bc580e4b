import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { marks, root } from './folders.mjs'
import { alone } from './lock.mjs'
import { say, timed } from './progress.mjs'
import { runStep } from './step.mjs'

const everywhere = ['pnpm-lock.yaml', 'tsconfig.base.json']

/**
 * The folders of our packages that one of our folders names as dependencies.
 * @param {string} folder
 * @returns {string[]}
 */
const packagesOf = (folder) =>
  Object.keys(JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).dependencies)
    .filter((name) => name.startsWith('@enlace/'))
    .map((name) => name.replace('@enlace/', 'packages/'))

/** @typedef {'services' | 'web'} BuildName */

/** @type {Record<BuildName, { from: string[], result: string, steps: string[][], cwd: string }>} */
const builds = {
  services: {
    from: [...everywhere, 'tsconfig.json', 'packages', 'services', 'infra'],
    result: 'services/api/dist/bundle/main.js',
    // Straight from the sources; types are for `pnpm check` to judge.
    steps: [[join(root, 'infra/node_modules/rolldown/bin/cli.mjs'), '-c', 'bundle/rolldown.config.ts']],
    cwd: join(root, 'infra'),
  },
  web: {
    from: [...everywhere, 'web', ...packagesOf('web')],
    result: 'web/build/index.html',
    // Packed for the machine that it runs on: the last twelfth of its size would take twelve processor seconds of a first start.
    steps: [
      [join(root, 'web/node_modules/vite/bin/vite.js'), 'build'],
      [join(root, 'web/compress.js'), '9'],
    ],
    cwd: join(root, 'web'),
  },
}

/**
 * Builds the services or the web app, unless nothing changed since the last build.
 * @param {BuildName} name
 * @param {import('./step.mjs').Oversight} [oversight]
 * @param {import('./progress.mjs').Say} [tell]
 * @returns {Promise<void>}
 */
export function build(name, oversight = { signal: new AbortController().signal }, tell = say) {
  const { from, result, steps, cwd } = builds[name]
  return alone(`${marks.built}.${name}.lock`, async () => {
    const sources = fingerprint(from)
    if (existsSync(join(root, result)) && built()[name] === sources) return tell('build', `${name} up to date`)
    // A test run must not turn the build into one for development. With room for what lives shortly (MB) a tenth less
    // time goes into collecting it.
    const env = { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: roomy(process.env.NODE_OPTIONS) }
    const options = { ...oversight, env, cwd }
    const work = async () => {
      for (const args of steps) await runStep(`build-${name}`, process.execPath, args, options)
    }
    await timed('build', `${name} done`, work, tell)
    writeFileSync(marks.built, JSON.stringify({ ...built(), [name]: sources }))
  })
}

/** @param {string} [given] what the caller asks of Node already */
const roomy = (given = '') => `--max-semi-space-size=64 ${given}`.trim()

/** @returns {Partial<Record<BuildName, string>>} */
function built() {
  return existsSync(marks.built) ? JSON.parse(readFileSync(marks.built, 'utf8')) : {}
}
