import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { freePort } from './ports.mjs'

it('a wished port that is free is given, a busy one is followed by the next free one', async () => {
  const wished = await freePort()
  expect(await freePort(wished)).toBe(wished)
  const busy = createServer().listen(wished, '127.0.0.1')
  await once(busy, 'listening')
  expect(await freePort(wished)).toBeGreaterThan(wished)
  busy.close()
})
