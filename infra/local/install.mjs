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
 * Installs the dependencies exactly as the lockfile names them, unless that was done for this lockfile. What only checks
 * and tests use, a third of it, comes where it is asked for, and stays where it is.
 * @param {import('./step.mjs').Oversight} oversight
 * @param {{ tools?: boolean }} [wish]
 * @returns {Promise<void>}
 */
export async function install(oversight, { tools = existsSync(join(root, 'node_modules/vitest')) } = {}) {
  const lockfile = createHash('sha256').update(readFileSync(join(root, 'pnpm-lock.yaml')))
  const wanted = `${lockfile.digest('hex')}${tools ? ' with tools' : ''}`
  if (existsSync(marks.installed) && readFileSync(marks.installed, 'utf8') === wanted)
    return say('install', 'up to date')
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const args = ['--yes', packageManager, 'install', '--frozen-lockfile', ...(tools ? [] : ['--prod'])]
  // CI keeps pnpm from asking questions; the ONNX runtime would download a GPU build that nothing here uses.
  const env = { ...process.env, CI: 'true', ONNXRUNTIME_NODE_INSTALL: 'skip' }
  await timed('install', 'done', () => runStep('install', 'npx', args, { ...oversight, env }))
  writeFileSync(marks.installed, wanted)
}
