import type { MatchdayContent } from '@enlace/domain'

import type { Demo } from './demo.ts'

export type DemoMatchday = Demo['matchdays'][number]

const dayMs = 86_400_000

/** So many days from today; nobody meets on a weekend, so the Monday after. */
function dateIn(days: number): string {
  const day = new Date(Date.now() + days * dayMs)
  const rest = { 6: 2, 0: 1 }[day.getUTCDay()] ?? 0
  return new Date(day.getTime() + rest * dayMs).toISOString().slice(0, 10)
}

/** What a matchday is when it lies so many days ahead. */
export const contentIn = ({ content, sessions }: DemoMatchday, days: number): MatchdayContent => ({
  ...content,
  sessions: sessions.map((session) => ({ ...session, date: dateIn(days) })),
})
