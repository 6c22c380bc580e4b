import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { root } from './folders.mjs'
import { say } from './progress.mjs'

/** @typedef {{ name: string, args: string[], cwd?: string }} Check what to run with Node, from which folder */

const bin = (/** @type {string} */ path) => join(root, 'node_modules', path)
const web = join(root, 'web')
const tsc = bin('typescript-7/bin/tsc')

/** @type {Check[]} */
const checks = [
  { name: 'types', args: [tsc, '-b'] },
  { name: 'test types', args: [tsc, '-p', 'tsconfig.tests.json'] },
  { name: 'format', args: [bin('oxfmt/bin/oxfmt'), '--check'] },
  { name: 'rules', args: [bin('oxlint/bin/oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'components', args: [bin('pnpm/bin/pnpm.cjs'), 'run', 'check'], cwd: web },
  { name: 'templates', args: [bin('eslint/bin/eslint.js'), '--max-warnings', '0', 'web/src/**/*.svelte'] },
  {
    name: 'imports',
    args: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), 'packages', 'services', 'infra', 'web/src'],
  },
  { name: 'unused', args: [bin('knip/bin/knip.js'), '--no-config-hints'] },
  { name: 'tidy', args: [bin('vitest/vitest.mjs'), 'run', '--project', 'unit', 'packages/testing/src/tidy.test.ts'] },
]

/**
 * Runs every check, whatever the others say, and prints each with its time; what a failed one printed follows.
 * @returns {Promise<string[]>} the names of those that failed
 */
export async function check() {
  /** @type {string[]} */
  const failed = []
  // The first compiles what the others read; two at a time after that, as a small machine has two processors.
  const [first, ...others] = checks
  if (first) await runInto(failed, first)
  const next = others.values()
  const lane = async () => {
    for (const one of next) await runInto(failed, one)
  }
  await Promise.all([lane(), lane()])
  return failed
}

/**
 * @param {string[]} failed
 * @param {Check} check
 */
async function runInto(failed, { name, args, cwd = root }) {
  const from = performance.now()
  const { ok, output } = await outcomeOf(args, cwd)
  say(name, ok ? 'ok' : 'FAILED', performance.now() - from)
  if (ok) return
  failed.push(name)
  process.stdout.write(`${output}\n`)
}

/**
 * @param {string[]} args
 * @param {string} cwd
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function outcomeOf(args, cwd) {
  const options = { cwd, maxBuffer: 50_000_000, env: { ...process.env, FORCE_COLOR: '0' } }
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) =>
      resolve({ ok: error === null, output: `${stdout}${stderr}`.trimEnd() }),
    )
  })
}

if (process.argv[1] === import.meta.filename) {
  const failed = await check()
  if (failed.length > 0) {
    process.stdout.write(`${failed.length} of ${checks.length} checks failed: ${failed.join(', ')}\n`)
    process.exitCode = 1
  }
}
