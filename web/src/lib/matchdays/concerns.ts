/** Whether a live message is about a matchday or one of its meetings: its organiser hears of single meetings by their own. */
export const concerns = (id: string, name: string, data: unknown): boolean =>
  (name === 'matchday.changed' || name === 'meeting.changed') &&
  (data as { readonly matchdayId?: string } | null)?.matchdayId === id
