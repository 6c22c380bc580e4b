/** Makes this page open without the network from now on; resolves once all of the app is on the device. */
export async function keepOffline(): Promise<boolean> {
  if (!('serviceWorker' in navigator)) return false
  await navigator.serviceWorker.register('/service-worker.js', { type: 'module' })
  const { active } = await navigator.serviceWorker.ready
  if (active === null) return false
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', () => resolve(true), { once: true })
    port1.start()
    active.postMessage('keep', [port2])
  })
}

/** Resolves once the worker sees what this page asks for. */
export async function underWorker(): Promise<void> {
  if (navigator.serviceWorker.controller !== null) return
  await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }))
}
