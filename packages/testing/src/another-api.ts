import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { freePort, root } from '@enlace/local'

import type { TestHouse } from './test-house.ts'

const triesUntilReady = 300

/** One more API process on what a house stands on, for the same origin; without a keeper, so it stays away once it ended. */
export async function startAnotherApi({ environment, url: origin, urls }: TestHouse) {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const own = { PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: origin, REALTIME_URL: urls.realtime }
  const child = spawn(process.execPath, [join(root, 'services/api/dist/bundle/main.js')], {
    env: { ...environment, ...own },
    stdio: 'ignore',
  })
  const stop = (): void => void child.kill('SIGKILL')
  for (let tried = 0; tried < triesUntilReady; tried += 1) {
    const { ok } = await fetch(`${url}/ready`).catch(() => ({ ok: false }))
    if (ok) return { url, stop }
    await sleep(100)
  }
  stop()
  throw new Error('another API process does not become ready')
}
