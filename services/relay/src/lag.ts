import type { Database } from '@enlace/database'
import type { Queues } from '@enlace/messaging'
import { Gauge, type Registry } from '@enlace/runtime'

/** Adds what an operator watches: how far publishing lags, what is still to do, and how deep the queues are. */
export function measureLag(metrics: Registry, database: Database, queues: Queues): void {
  const registers = [metrics]
  new Gauge({
    name: 'enlace_event_lag_seconds',
    help: 'Age of the oldest event that was not published yet.',
    registers,
    async collect() {
      const [row] = await database.sql<{ lag: number }[]>`
        select coalesce(extract(epoch from clock_timestamp() - min(occurred_at)), 0)::float8 as lag from events where published_at is null`
      this.set(row?.lag ?? 0)
    },
  })
  new Gauge({
    name: 'enlace_reactions_open',
    help: 'Reactions that are not done, by reaction and whether they wait for a person.',
    labelNames: ['reaction', 'parked'],
    registers,
    async collect() {
      this.reset()
      const rows = await database.sql<{ reaction: string; parked: boolean; open: number }[]>`
        select reaction, parked_at is not null as parked, count(*)::int as open from reaction_runs where done_at is null group by 1, 2`
      for (const row of rows) this.set({ reaction: row.reaction, parked: String(row.parked) }, row.open)
    },
  })
  new Gauge({
    name: 'enlace_queue_depth',
    help: 'Jobs waiting, active or delayed in each queue.',
    labelNames: ['queue'],
    registers,
    async collect() {
      const depths = await queues.depths().catch(() => ({}))
      for (const [queue, depth] of Object.entries(depths)) this.set({ queue }, depth)
    },
  })
}
