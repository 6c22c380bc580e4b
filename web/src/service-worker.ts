/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
import { build, version } from '$service-worker'

// Registered by the pages of a matchday's day alone: whoever never opens one of them carries nothing.
declare const self: ServiceWorkerGlobalScope
const shell = `shell-${version}`
/** What this person may read; gone with the session. */
const readings = 'door-readings'
const shellFiles = new Set(build)
// What became of operations says the server's time, so only the server itself answers that.
const isKept = (path: string): boolean =>
  path === '/api/session' || (/^\/api\/matchdays\/[^/]+(\/|$)/.test(path) && !path.endsWith('/operations'))

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()))
self.addEventListener('activate', (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name !== shell && name !== readings) await caches.delete(name)
      await self.clients.claim()
    })(),
  ),
)

/** Keeps the whole app, so that its pages open without the network; says when it is done. */
self.addEventListener('message', (event) =>
  event.waitUntil(
    (async () => {
      // A page that was there before the worker, or was loaded past it, is under it from here on.
      await self.clients.claim()
      await reading(new Request('/api/session'))
      const cache = await caches.open(shell)
      const there = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
      await cache.addAll(['/', ...build].filter((path) => !there.has(path)))
      event.ports[0]?.postMessage('kept')
    })(),
  ),
)

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(networkFirst(request, '/'))
  else if (shellFiles.has(pathname)) event.respondWith(fromShell(request))
  else if (isKept(pathname)) event.respondWith(reading(request))
})

async function fromShell(request: Request): Promise<Response> {
  return (await caches.match(request.url, { cacheName: shell })) ?? fetch(request)
}

async function networkFirst(request: Request, instead: string): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await caches.match(instead, { cacheName: shell })
    if (kept === undefined) throw error
    return kept
  }
}

/** The network's answer, kept for when there is none; a session that died, or another person's, leaves nothing behind. */
async function reading(request: Request): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(request)
  } catch (error) {
    const kept = await caches.match(request.url, { cacheName: readings })
    if (kept === undefined) throw error
    return kept
  }
  if (answer.status === 401) await caches.delete(readings)
  if (!answer.ok) return answer
  if (request.url.endsWith('/api/session') && (await isAnotherPerson(answer.clone()))) await caches.delete(readings)
  // Who is signed out has a session too, of nobody: that is no reading to keep.
  if (request.url.endsWith('/api/session') && (await answer.clone().json()).person === null) return answer
  await (await caches.open(readings)).put(request.url, answer.clone())
  return answer
}

async function isAnotherPerson(answer: Response): Promise<boolean> {
  const kept = await caches.match('/api/session', { cacheName: readings })
  const [now, before] = await Promise.all([answer.json(), kept?.json()])
  return before !== undefined && JSON.stringify(now) !== JSON.stringify(before)
}
