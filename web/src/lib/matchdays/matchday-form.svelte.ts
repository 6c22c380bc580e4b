import { saveMatchday, startMatchday, type MatchdayView } from '@enlace/contracts'
import { usualFloor, usualPercents, type Appeal, type MatchdayContent, type Money } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { CallError } from '$lib/api/call-error.ts'
import { readPercents, writePercents } from '$lib/cofinancing/percents.ts'
import { readerLocale } from '$lib/locale/locale.svelte.ts'
import { TypesForm } from '$lib/participant-types/types-form.svelte.ts'
import { Kept } from '$lib/ui/kept.ts'
import { blankZone, placesOf, zonesOf, type Zone } from '$lib/matchdays/zones.ts'

type Session = {
  name: string
  date: string | null
  starts: string
  slotCount: number | null
  slotMinutes: number | null
  pauseMinutes: number | null
  appeal: Appeal | null
}

const blankSession = (): Session => ({
  ...{ name: '', date: null, starts: '09:00', slotCount: 8, slotMinutes: 20, pauseMinutes: 5, appeal: null },
})

/** A new matchday that is being written, as it is kept on this device. */
export const keptMatchday = (): Kept<MatchdayContent> => new Kept('matchday-draft:new')

/** What an agency writes about a matchday; a new one is kept on this device as one types. */
export class MatchdayForm {
  draft = $state({ title: '', text: '', venue: '', timeZone: '' })
  sessions = $state<Session[]>([])
  zones = $state<Zone[]>([])
  walkingMinutes = $state<number | null>(5)
  mostMeetings = $state<number | null>(12)
  leastMeetings = $state<number | null>(1)
  answerBy = $state<string | null>(null)
  fee = $state<Money | null>(null)
  percents = $state(writePercents(usualPercents))
  registerBy = $state<string | null>(null)
  readonly types: TypesForm
  restored = $state(false)
  busy = $state(false)
  error = $state.raw<unknown>(null)
  readonly #view: MatchdayView | null
  readonly #kept = keptMatchday()
  /** What is changed, or what a new one is made after. */
  readonly #before: MatchdayContent | undefined

  constructor(view: MatchdayView | null, template?: MatchdayContent) {
    this.#view = view
    const kept = view === null && template === undefined ? this.#kept.read() : null
    this.restored = kept !== null
    this.#before = view?.content ?? template ?? kept ?? undefined
    const content = this.#before
    this.types = new TypesForm(content?.types ?? [])
    const { title = '', text = '', venue = '', timeZone } = content ?? {}
    this.draft = { title, text, venue, timeZone: timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone }
    this.sessions = content?.sessions.map((session) => ({
      ...session,
      date: session.date === '' ? null : session.date,
      appeal: session.appeal ?? null,
    })) ?? [blankSession()]
    this.zones = zonesOf(content?.places ?? [])
    if (this.zones.length === 0) this.addZone()
    if (content === undefined) return
    this.walkingMinutes = content.walkingMinutes
    this.mostMeetings = content.mostMeetings
    this.leastMeetings = content.leastMeetings ?? usualFloor
    this.answerBy = content.answerBy ?? null
    this.fee = content.cofinancing?.fee ?? null
    this.registerBy = content.registerBy ?? null
    if (content.cofinancing !== undefined) this.percents = writePercents(content.cofinancing.percents)
  }

  /** How many zones there were; whether they are virtual stays once firms have registered. */
  get zonesBefore(): number {
    return zonesOf(this.#before?.places ?? []).length
  }

  /** Sessions and tables stay once firms have registered for them. */
  get fixed(): boolean {
    return this.#view !== null && this.#view.state !== 'draft'
  }

  keep = (): void => {
    if (this.#view === null) this.#kept.keep(this.content)
  }

  forget = (): void => {
    this.#kept.forget()
    this.restored = false
  }

  addSession = (): void => void this.sessions.push({ ...blankSession(), date: this.sessions.at(-1)?.date ?? null })
  addZone = (): void => void this.zones.push(blankZone())

  fault = (path: string): string | undefined =>
    this.error instanceof CallError ? this.error.fault(`content.${path}`) : undefined

  /** What is wrong with one of the percents, or with all. */
  get percentsFault(): string | undefined {
    const each = readPercents(this.percents).map((_, index) => this.fault(`cofinancing.percents.${index}`))
    return this.fault('cofinancing.percents') ?? each.find((fault) => fault !== undefined)
  }

  get content(): MatchdayContent {
    return {
      ...this.draft,
      language: this.#before?.language ?? readerLocale.current,
      sessions: this.sessions.map(({ name, date, starts, slotCount, slotMinutes, pauseMinutes, appeal }) => ({
        ...{ name, starts, date: date ?? '' },
        ...{ slotCount: slotCount ?? 0, slotMinutes: slotMinutes ?? 0, pauseMinutes: pauseMinutes ?? 0 },
        ...(appeal === null ? {} : { appeal }),
      })),
      places: placesOf(this.zones),
      walkingMinutes: this.walkingMinutes ?? 0,
      mostMeetings: this.mostMeetings ?? 0,
      leastMeetings: this.leastMeetings ?? 0,
      ...(this.answerBy === null ? {} : { answerBy: this.answerBy }),
      ...(this.types.drafts.length === 0 ? {} : { types: this.types.content }),
      ...(this.fee === null ? {} : { cofinancing: { fee: this.fee, percents: readPercents(this.percents) } }),
      ...(this.registerBy === null ? {} : { registerBy: this.registerBy }),
    }
  }

  /** Keeps what is written; null where it was refused, and everything stays in the form. */
  save = async (): Promise<MatchdayView | null> => {
    this.busy = true
    this.error = null
    try {
      const [view, content] = [this.#view, this.content]
      const saved =
        view === null
          ? await call(startMatchday, { body: { content } })
          : await call(saveMatchday, { params: { id: view.id }, body: { content, revision: view.revision } })
      if (view === null) this.forget()
      return saved
    } catch (error) {
      this.error = error
      return null
    } finally {
      this.busy = false
    }
  }
}
