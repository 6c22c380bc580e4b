import type { Briefing } from '@enlace/contracts'
import type { MatchdayRow, PrintRow } from '@enlace/database'
import {
  agendaSheets,
  agendaSlots,
  assert,
  titleOf,
  type AgendaSheet,
  type MatchdaySlot,
  type MeetingId,
  type SheetRow,
} from '@enlace/domain'

import type { SheetMeeting } from './print-agendas.ts'
import { ReasonWords } from './reason-words.ts'
import { SheetPaper } from './sheet-paper.ts'
import { sheetWords } from './sheet-words.ts'

export type AgendasGiven = {
  readonly day: MatchdayRow
  readonly meetings: readonly SheetMeeting[]
  readonly by: 'people' | 'places'
  readonly since: PrintRow | null
  readonly language: 'en' | 'es'
  readonly briefings: ReadonlyMap<MeetingId, Briefing>
  /** The one sheet that is wanted; null for all. */
  readonly only: string | null
}

/** Writes agendas onto paper while it is read; the names of people, places and hours in the reader's language. */
class AgendasWriter {
  readonly paper: SheetPaper
  readonly #given: AgendasGiven
  readonly #slots: readonly MatchdaySlot[]
  readonly #places: ReadonlyMap<string, string>
  readonly #hours: Intl.DateTimeFormat
  readonly #moment: Intl.DateTimeFormat
  readonly #languages: Intl.DisplayNames
  readonly #reasons: ReasonWords

  constructor(given: AgendasGiven) {
    const { day, language } = given
    const { timeZone } = day.content
    this.#given = given
    this.paper = new SheetPaper(day.content.title, language)
    this.#slots = agendaSlots(day)
    this.#places = new Map(day.content.places.map(({ key, name }) => [key, name]))
    this.#hours = new Intl.DateTimeFormat(language, { weekday: 'short', hour: 'numeric', minute: '2-digit', timeZone })
    this.#moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone })
    this.#languages = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' })
    this.#reasons = new ReasonWords(language)
  }

  async write(): Promise<void> {
    const { day, meetings, by, since, language, only } = this.#given
    const said = sheetWords[language]
    const note = `${day.content.title} · ${day.content.venue} · ${said.printed(this.#moment.format(Date.now()))}`
    const sheets = agendaSheets(meetings, { by, since: since?.meetings ?? null })
      .filter(({ of }) => only === null || of === only)
      .map((sheet) => ({ name: this.#nameOf(sheet), sheet }))
      .toSorted((a, b) => a.name.localeCompare(b.name, language))
    if (since !== null) {
      await this.paper.sheet(said.changes, `${note} · ${said.since(this.#moment.format(Date.parse(since.printedAt)))}`)
      for (const { name, sheet } of sheets)
        this.paper.item(`${name}: ${sheet.rows.filter(({ changed }) => changed !== null).length}`)
    }
    for (const { name, sheet } of sheets) {
      await this.paper.sheet(name, note)
      for (const row of sheet.rows) this.#row(row, sheet.of)
    }
    // A file without a page is none.
    if (sheets.length === 0) {
      if (since === null) await this.paper.sheet(said.agenda, note)
      this.paper.item(since === null ? '–' : said.none)
    }
    this.paper.end()
  }

  #nameOf({ of, rows }: AgendaSheet<SheetMeeting>): string {
    const first = rows[0]?.meeting
    assert(first !== undefined, 'a sheet has rows')
    if (this.#given.by === 'places') return this.#places.get(of) ?? of
    return first.hostId === of ? first.host.name : first.visitor.name
  }

  #time(slot: number): string {
    const at = this.#slots[slot]
    return at === undefined ? '' : this.#hours.formatRange(at.starts, at.ends)
  }

  #row({ meeting, changed }: SheetRow<SheetMeeting>, of: string): void {
    const mine = this.#given.by === 'places' ? null : meeting.hostId === of ? 'host' : 'visitor'
    const title = titleOf({ ...meeting, mine })
    const before = changed?.before ?? null
    const old = before === null || changed?.change === 'new' ? null : before
    this.paper.row({
      old: old === null ? null : [this.#time(old.slot), title, this.#places.get(old.place) ?? old.place].join(' · '),
      now: meeting.state === 'cancelled' ? null : this.#time(meeting.slot),
      title,
      place: this.#places.get(meeting.place) ?? meeting.place,
      mark: changed === null ? '' : sheetWords[this.#given.language].change[changed.change],
    })
    const briefing = this.#given.briefings.get(meeting.id)
    if (briefing !== undefined) this.#briefing(briefing)
  }

  #briefing({ note, reason, shared, theirs, ours, fit, passport }: Briefing): void {
    const said = sheetWords[this.#given.language]
    const names = (of: Briefing['ours']): string =>
      of.map(({ name, role }) => (role === '' ? name : `${name} (${role})`)).join(', ')
    const lines = [
      [said.theirs, names(theirs)],
      [said.ours, names(ours)],
      [
        said.does,
        [passport?.headline ?? '', ...(passport?.capabilities ?? [])].filter((text) => text !== '').join('\n'),
      ],
      [said.certificates, passport?.certificates.join(', ') ?? ''],
      [said.languages, shared.map((code) => this.#languages.of(code) ?? code).join(', ')],
      [said.says, note],
      [said.why, reason],
      [said.fit, fit === null ? '' : this.#reasons.lines(fit.title, fit.reasons)],
    ] as const
    for (const [label, text] of lines) if (text !== '') this.paper.line(label, text)
    this.paper.gap()
  }
}

/** Agendas as a PDF that is made while it is read. */
export function agendasPdf(given: AgendasGiven): NodeJS.ReadableStream {
  const writer = new AgendasWriter(given)
  writer.write().catch((error: unknown) => writer.paper.fail(error))
  return writer.paper.stream
}
