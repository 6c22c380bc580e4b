/** A check that resolves when what it looks at works, and rejects when it does not. */
export type Check = () => Promise<unknown>
export type Health = {
  /** True once every needed check passed at its last run. */
  readonly ready: () => boolean
  readonly report: () => Readonly<
    Record<string, { readonly ok: boolean; readonly needed: boolean; readonly sinceMs: number }>
  >
  readonly close: () => void
}

export type HealthOptions = {
  /** Without these the process cannot do its work: /ready says no. */
  readonly needed: Readonly<Record<string, Check>>
  /** Without these it works on, degraded. */
  readonly wanted?: Readonly<Record<string, Check>>
  readonly everyMs?: number
  readonly timeoutMs?: number
}

const within = async (check: Check, timeoutMs: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), timeoutMs)
  })
  try {
    return await Promise.race([
      check().then(
        () => true,
        () => false,
      ),
      late,
    ])
  } finally {
    clearTimeout(timer)
  }
}

/** Runs the checks over and over, so that /ready answers at once and flips within `everyMs + timeoutMs`. */
export function watchHealth(options: HealthOptions): Health {
  const everyMs = options.everyMs ?? 1500
  const timeoutMs = options.timeoutMs ?? 2000
  const checks = [
    ...Object.entries(options.needed).map(([name, check]) => ({ name, check, needed: true })),
    ...Object.entries(options.wanted ?? {}).map(([name, check]) => ({ name, check, needed: false })),
  ]
  const state = new Map<string, { ok: boolean; needed: boolean; since: number }>()
  const timers: NodeJS.Timeout[] = []
  let closed = false
  for (const { name, check, needed } of checks) {
    state.set(name, { ok: false, needed, since: performance.now() })
    const run = async (): Promise<void> => {
      const ok = await within(check, timeoutMs)
      const before = state.get(name)
      if (before?.ok !== ok) state.set(name, { ok, needed, since: performance.now() })
      if (!closed) timers.push(setTimeout(() => void run(), everyMs).unref())
    }
    void run()
  }
  return {
    ready: () => [...state.values()].every((one) => one.ok || !one.needed),
    report: () =>
      Object.fromEntries(
        [...state].map(([name, one]) => [
          name,
          { ok: one.ok, needed: one.needed, sinceMs: Math.round(performance.now() - one.since) },
        ]),
      ),
    close: () => {
      closed = true
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
