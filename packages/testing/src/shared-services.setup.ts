import type { TestProject } from 'vitest/node'
import { openSharedServices } from './shared-services.ts'

type Shared = Awaited<ReturnType<typeof openSharedServices>>
interface Held {
  users: number
  opened: Promise<Shared>
}

// Each vitest project loads this file anew, but all of them live in one process and are to share one set.
const key = Symbol.for('enlace.shared-services')
const holder = globalThis as { [key]?: Held | undefined }

/** Vitest's global set-up: starts the services with the first project that needs them, ends them with the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const held = (holder[key] ??= { users: 0, opened: openSharedServices() })
  held.users += 1
  const { shared, stop } = await held.opened
  project.provide('services', shared)
  return async () => {
    held.users -= 1
    if (held.users > 0) return
    holder[key] = undefined
    await stop()
  }
}
