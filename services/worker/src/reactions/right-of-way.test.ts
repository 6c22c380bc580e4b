import { setTimeout as sleep } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { RightOfWay } from './right-of-way.ts'

const noted = () => {
  const order: string[] = []
  const work =
    (name: string, ms = 0) =>
    async (): Promise<string> => {
      order.push(`${name} begins`)
      await sleep(ms)
      order.push(`${name} ends`)
      return name
    }
  return { order, work }
}

test('what somebody waits for goes first, also where it comes a moment later', async () => {
  const way = new RightOfWay()
  const { order, work } = noted()
  const late = way.after(work('alerts'))
  await sleep(3)
  expect([await way.first(work('ranking', 20)), await late]).toEqual(['ranking', 'alerts'])
  expect(order).toEqual(['ranking begins', 'ranking ends', 'alerts begins', 'alerts ends'])
})

test('nothing waits for ever behind what never ends, or behind what failed', async () => {
  const way = new RightOfWay()
  const { order, work } = noted()
  const endless = way.first(work('ranking', 600))
  await way.after(work('alerts'))
  expect(order).toEqual(['ranking begins', 'alerts begins', 'alerts ends'])
  await endless
  await expect(way.first(() => Promise.reject(new Error('no such need')))).rejects.toThrow('no such need')
  const from = performance.now()
  await way.after(work('notices'))
  expect(performance.now() - from).toBeLessThan(250)
})

test('the way is clear while nothing is carried out that somebody waits for, also after a failure', async () => {
  const way = new RightOfWay()
  const { work } = noted()
  const ranking = way.first(work('ranking', 20))
  expect(way.isClear).toBe(false)
  await ranking
  expect(way.isClear).toBe(true)
  await way.first(() => Promise.reject(new Error('no such need'))).catch(() => undefined)
  expect(way.isClear).toBe(true)
})
