import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { startTestHouse, type TestHouse } from './test-house.ts'

/**
 * Vitest's global set-up for tests that share one house with the demo's market. It starts when the first test file asks
 * at the door, so that a run of other files does not pay for it, and ends with the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { services } = project.getProvidedContext()
  let house: Promise<TestHouse> | undefined
  const door = createServer((_, response) => {
    house ??= startTestHouse({ shared: services, web: true, demo: true })
    void house.then(
      ({ url, urls, environment }) => response.end(JSON.stringify({ url, urls, environment })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  }).listen(0, '127.0.0.1')
  await once(door, 'listening')
  project.provide('house', `http://127.0.0.1:${(door.address() as AddressInfo).port}`)
  return async () => {
    door.close().closeAllConnections()
    await house?.then(
      ({ stop }) => stop(),
      () => undefined,
    )
  }
}
