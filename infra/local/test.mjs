import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { onPath } from './binary.mjs'
import { build } from './build.mjs'
import { check } from './check.mjs'
import { data, root } from './folders.mjs'
import { addModel, install } from './install.mjs'
import { say } from './progress.mjs'

/**
 * What `npm test` does on a bare clone: installs, builds, checks, and runs every test that ends by itself. The last line
 * tells the totals; any failure, also one of a check, makes the exit code 1.
 */
const report = join(data.folder, 'test-report.json')
const { signal } = new AbortController()

const installed = install({ signal }, { tools: true })
await Promise.all([installed.all.then(() => build('services')), installed.web.then(() => build('web'))])
await addModel({ signal })
const failedChecks = process.argv.includes('--no-check') ? [] : await check()
const exitCode = await runTests()
const { passed, failed } = totals()
if (failedChecks.length > 0) say('checks', `FAILED: ${failedChecks.join(', ')}`)
process.stdout.write(`${passed} passed, ${failed + failedChecks.length} failed\n`)
process.exitCode = exitCode === 0 && failed + failedChecks.length === 0 ? 0 : 1

/** @returns {Promise<number>} vitest's exit code */
function runTests() {
  mkdirSync(data.folder, { recursive: true })
  rmSync(report, { force: true })
  const projects = ['!soak', ...(hasBrowser() ? [] : ['!browser'])].flatMap((name) => ['--project', name])
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', ...projects, ...reporters], { cwd: root, stdio: 'inherit' })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

/** CI must not pass because a browser was missing; elsewhere it is said and the other tests still count. */
function hasBrowser() {
  if (process.env.CI || onPath('chromium-headless-shell') || onPath('chromium')) return true
  say('browser', 'no chromium found, so the browser tests are left out (apt-get install chromium-headless-shell)')
  return false
}

/**
 * Counts tests, and as one failure each file that could not even be read.
 * @returns {{ passed: number, failed: number }}
 */
function totals() {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'))
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
      file.status === 'failed' && file.assertionResults.length === 0,
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length }
}
