const readings = 'door-readings'

/** Forgets what could be read without the network; operations that are not sent stay for the person who did them. */
export async function forgetReadings(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(readings)
}

/** Leaves nothing of a person on this device. */
export async function forgetDevice(): Promise<void> {
  await forgetReadings()
  await new Promise((resolve) => {
    const gone = indexedDB.deleteDatabase('enlace-door')
    for (const end of ['success', 'error', 'blocked']) gone.addEventListener(end, resolve)
  })
}
