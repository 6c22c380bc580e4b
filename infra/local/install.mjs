import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { marks, root } from './folders.mjs'
import { say, timed } from './progress.mjs'
import { runStep } from './step.mjs'

/**
 * Adds the model that reads texts, for the tests of what it does; it is too large to come with every start.
 * @param {import('./step.mjs').Oversight} oversight
 * @returns {Promise<void>}
 */
export async function addModel(oversight) {
  const folder = join(root, 'infra/model')
  if (existsSync(join(folder, 'node_modules/.package-lock.json'))) return say('model', 'up to date')
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', folder]
  await timed('model', 'added', () => runStep('model', 'npm', args, { ...oversight, env: process.env }))
}

/**
 * Installs the dependencies exactly as the lockfile names them, unless that was done for this lockfile: first what the web
 * app is built with, since its build takes longest and can begin then. What only checks and tests use, a third of all bytes,
 * comes where it is asked for, and stays where it is.
 * @param {import('./step.mjs').Oversight} oversight
 * @param {{ tools?: boolean }} [wish]
 * @returns {{ web: Promise<void>, all: Promise<void> }} what is there, and when
 */
export function install(oversight, { tools = existsSync(join(root, 'node_modules/vitest')) } = {}) {
  const lockfile = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')))
  const wanted = `${lockfile.digest('hex')}${tools ? ' with tools' : ''}`
  if (existsSync(marks.installed) && readFileSync(marks.installed, 'utf8') === wanted) {
    say('install', 'up to date')
    return { web: Promise.resolve(), all: Promise.resolve() }
  }
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const args = ['--yes', packageManager, 'install', '--frozen-lockfile', ...(tools ? [] : ['--prod'])]
  // CI keeps pnpm from asking questions; the ONNX runtime would download a GPU build that nothing here uses.
  const env = { ...process.env, CI: 'true', ONNXRUNTIME_NODE_INSTALL: 'skip' }
  /**
   * @param {string} what
   * @param {boolean} yields
   * @param {string[]} those
   */
  const add = (what, yields, ...those) =>
    timed('install', what, () => runStep('install', 'npx', [...args, ...those], { ...oversight, yields, env }))
  const web = add('what builds the web app', false, '--filter-prod', 'web...')
  const all = web.then(() => add('done', true)).then(() => writeFileSync(marks.installed, wanted))
  return { web, all }
}
