import { createServer } from 'node:net'

/**
 * Takes a port of 127.0.0.1 that nobody listens on: `wished` and the ones after it if given, else any.
 * Another process may still take it before it is used, so whoever starts a server tries again.
 * @param {number} [wished]
 * @returns {Promise<number>}
 */
export async function freePort(wished = 0) {
  for (let port = wished; port <= Math.min(wished + 50, 65_535); port++) {
    const taken = await listenOnce(port)
    if (taken !== undefined) return taken
  }
  throw new Error(`No free port from ${wished} to ${wished + 50}. Set PORT to another number.`)
}

/**
 * @param {number} port
 * @returns {Promise<number | undefined>}
 */
function listenOnce(port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}
