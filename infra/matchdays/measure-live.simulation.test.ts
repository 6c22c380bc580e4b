import { expect, it } from 'vitest'

import { measureLive } from './measure-live.ts'

const quick = { sockets: 200, seconds: 4, say: () => undefined }

it('shows on every page what the database holds after drops, a killed server and a numbering begun anew', async () => {
  const told = await measureLive(quick)
  console.info(`live: ${JSON.stringify(told)}`)
  expect(told.wrongPages).toBe(0)
  expect(told.changes.refused).toEqual({})
  expect(told.changes.inAll).toBeGreaterThan(150)
  // Pages lost their connections, or nothing would be shown.
  expect(told.connections).toBeGreaterThan(2 * quick.sockets)
}, 180_000)

it('notices pages that hear nothing', async () => {
  expect((await measureLive({ ...quick, deaf: true })).wrongPages).toBeGreaterThan(0)
}, 180_000)
