import { expect, it } from 'vitest'

import { oneAtATime } from './one-at-a-time.ts'

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

it('reads once more behind a reading for all that called meanwhile, and never two at once', async () => {
  const ends: (() => void)[] = []
  const again = oneAtATime(() => new Promise<void>((resolve) => ends.push(resolve)))
  for (let call = 0; call < 20; call += 1) again()
  expect(ends.length).toBe(1)
  ends[0]?.()
  await turn()
  expect(ends.length).toBe(2)
  ends[1]?.()
  await turn()
  expect(ends.length).toBe(2)
  again()
  expect(ends.length).toBe(3)
})

it('reads on after a reading that failed', async () => {
  let reads = 0
  const again = oneAtATime(() => {
    reads += 1
    return Promise.reject(new Error('away'))
  })
  again()
  await turn()
  again()
  expect(reads).toBe(2)
})
