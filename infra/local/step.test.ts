import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { openGuard } from './guard.mjs'
import { isLiving, lifeOf, type Life } from './life.mjs'

const folder = mkdtempSync(join(tmpdir(), 'enlace-step-'))
vi.stubEnv('ENLACE_DATA', folder)
const { runStep } = await import('./step.mjs')
const guard = openGuard()
afterAll(() => {
  guard.close()
  rmSync(folder, { recursive: true })
})

const gone = (life: Life): Promise<void> => vi.waitFor(() => expect(isLiving(life)).toBe(false), 5_000)

it('a step that is told to stop takes along what it started', async () => {
  const stop = new AbortController()
  const command = ['-c', 'sleep 60 & echo $!; wait']
  const running = runStep('family', 'sh', command, { signal: stop.signal, guard })
  const child = await vi.waitFor(() => {
    const pid = Number(readFileSync(join(folder, 'logs/family.log'), 'utf8'))
    expect(pid).toBeGreaterThan(0)
    return lifeOf(pid)
  }, 5_000)
  expect(isLiving(child)).toBe(true)
  stop.abort()
  await expect(running).rejects.toThrow('aborted')
  await gone(child)
})

it('a step that fails says so in its last words', async () => {
  const { signal } = new AbortController()
  await expect(runStep('failing', 'sh', ['-c', 'echo why; exit 3'], { signal })).rejects.toThrow(
    'failing failed (3). Its last words:\nwhy',
  )
})

it.each([
  [true, 10],
  [false, getPriority()],
])('a step that yields (%s) leaves the processors to others, with all that it starts', async (yields, niceness) => {
  const { signal } = new AbortController()
  await runStep('nice', 'sh', ['-c', 'sleep 0.2; nice'], { signal, yields })
  expect(Number(readFileSync(join(folder, 'logs/nice.log'), 'utf8'))).toBe(niceness)
})
