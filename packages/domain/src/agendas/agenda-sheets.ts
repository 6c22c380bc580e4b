import type { MeetingId } from '../brand.ts'
import { changedSince, type ChangedMeeting, type PrintedMeeting } from './changed-since.ts'

/** A meeting on a sheet, with what became of it since a print. */
export type SheetRow<Meeting extends PrintedMeeting> = {
  readonly meeting: Meeting
  readonly changed: ChangedMeeting | null
}
/** What lies before one participant or on one place. */
export type AgendaSheet<Meeting extends PrintedMeeting> = {
  /** Whose it is: the id of a participant or the key of a place. */
  readonly of: string
  readonly rows: readonly SheetRow<Meeting>[]
}

type Asked = {
  readonly by: 'people' | 'places'
  /** What a print says; then only sheets that say it wrongly are made. */
  readonly since: readonly PrintedMeeting[] | null
}

const none: ReadonlyMap<MeetingId, ChangedMeeting> = new Map()

/**
 * Meetings by participant or by place, in the order of time. Without a print only those that stand; with one, each
 * sheet that is wrong by now, on which those that are off or went elsewhere are there to be struck out.
 */
export function agendaSheets<Meeting extends PrintedMeeting>(
  meetings: readonly Meeting[],
  { by, since }: Asked,
): AgendaSheet<Meeting>[] {
  const changes = since === null ? none : changedSince(since, meetings)
  const sheets = new Map<string, SheetRow<Meeting>[]>()
  for (const meeting of meetings) {
    const changed = changes.get(meeting.id) ?? null
    if (changed === null && meeting.state === 'cancelled') continue
    const places = [meeting.place, changed?.before?.place ?? meeting.place]
    for (const of of new Set(by === 'people' ? [meeting.hostId, meeting.visitorId] : places)) {
      const rows = sheets.get(of)
      if (rows === undefined) sheets.set(of, [{ meeting, changed }])
      else rows.push({ meeting, changed })
    }
  }
  return [...sheets]
    .map(([of, rows]) => ({ of, rows: rows.toSorted((a, b) => a.meeting.slot - b.meeting.slot) }))
    .filter(({ rows }) => since === null || rows.some(({ changed }) => changed !== null))
}
