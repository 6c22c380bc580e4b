/** Makes this page open without the network from now on; resolves once all of the app is on the device, and whatever is read from then on stays there. */
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
