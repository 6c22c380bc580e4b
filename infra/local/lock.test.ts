import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { lifeOf } from './life.mjs'
import { alone } from './lock.mjs'

const folder = mkdtempSync(join(tmpdir(), 'enlace-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('two pieces of work under one name do not overlap', async () => {
  let working = 0
  const most: number[] = []
  const work = async () => {
    most.push(++working)
    await sleep(20)
    working--
  }
  await Promise.all([alone(join(folder, 'one'), work), alone(join(folder, 'one'), work)])
  expect(most).toEqual([1, 1])
})

it('a holder that died does not keep others out', async () => {
  const lock = join(folder, 'left')
  mkdirSync(lock)
  // No process has this number: Linux' highest is 2^22.
  writeFileSync(join(lock, 'holder.json'), JSON.stringify({ pid: 2 ** 30, birth: '' }))
  expect(await alone(lock, async () => 'done')).toBe('done')
})

it('a holder that died does not keep others out when its number is given to another process', async () => {
  const lock = join(folder, 'given-on')
  mkdirSync(lock)
  writeFileSync(join(lock, 'holder.json'), JSON.stringify({ ...lifeOf(process.pid), birth: 'of another boot' }))
  expect(await alone(lock, async () => 'done')).toBe('done')
})
