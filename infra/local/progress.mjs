/**
 * Prints one progress line: what, and how it went.
 * @param {string} what
 * @param {string} how
 * @param {number} [ms] how long it took
 */
export function say(what, how, ms) {
  const took = ms === undefined ? '' : ` (${(ms / 1_000).toFixed(1)} s)`
  process.stdout.write(`${what.padEnd(12)}${how}${took}\n`)
}

/** @typedef {typeof say} Say */

/**
 * Does something and says how long it took.
 * @template T
 * @param {string} what
 * @param {string} how
 * @param {() => Promise<T>} work
 * @param {Say} [tell]
 * @returns {Promise<T>}
 */
export async function timed(what, how, work, tell = say) {
  const from = performance.now()
  const result = await work()
  tell(what, how, performance.now() - from)
  return result
}
