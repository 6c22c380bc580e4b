import {
  readExpectations,
  rehearseMatchday,
  saveMatchday,
  type MatchdayView,
  type RehearsalAssumptions,
  type RehearsalView,
} from '@enlace/contracts'
import { withTables } from '@enlace/domain'
import { call } from '$lib/api/call.ts'

const names = ['hosts', 'visitors', 'wishes', 'walkIns'] as const
const shares = ['acceptance', 'noShows'] as const

/** What an organiser takes for likely about a matchday, and what a rehearsal made of it. */
export class Rehearsing {
  numbers = $state<Record<(typeof names)[number], number | null>>({ hosts: 0, visitors: 0, wishes: 0, walkIns: 0 })
  shares = $state<Record<(typeof shares)[number], number>>({ acceptance: 0, noShows: 0 })
  /** How far off the numbers may be. */
  give = $state(0.2)
  /** The share of suppliers, and of buyers, with another language than the matchday's. */
  foreign = $state({ hosts: 0, visitors: 0 })
  bilingual = $state(0)
  floor = $state<number | null>(1)
  pastDays = $state<number | null>(null)
  view = $state.raw<RehearsalView | null>(null)
  busy = $state(false)
  error = $state.raw<unknown>(null)
  readonly #day: () => MatchdayView

  constructor(day: () => MatchdayView) {
    this.#day = day
  }

  /** Begins with what is known of past matchdays. */
  load = (): Promise<unknown> =>
    this.#try(async () => {
      const { pastDays, assumptions } = await call(readExpectations, { params: { id: this.#day().id } })
      this.#take(assumptions)
      this.pastDays = pastDays
      await this.#play()
    })

  play = (): Promise<unknown> => this.#try(this.#play)

  /** Gives the matchday so many tables, and plays it anew; the matchday as it is then, or null. */
  setTables = async (count: number): Promise<MatchdayView | null> => {
    const { id, revision, content } = this.#day()
    return this.#try(async () => {
      const places = [...withTables(content.places, count)]
      const kept = await call(saveMatchday, { params: { id }, body: { revision, content: { ...content, places } } })
      this.view = await call(rehearseMatchday, { params: { id }, body: this.#asked })
      return kept
    })
  }

  readonly #play = async (): Promise<void> => {
    this.view = await call(rehearseMatchday, { params: { id: this.#day().id }, body: this.#asked })
  }

  get #asked(): { assumptions: RehearsalAssumptions; floor: number } {
    const own = this.#day().content.language
    const number = (name: (typeof names)[number]) => ({ expected: this.numbers[name] ?? 0, give: this.give })
    const { hosts, visitors } = this.foreign
    return {
      assumptions: {
        ...{
          hosts: number('hosts'),
          visitors: number('visitors'),
          wishes: number('wishes'),
          walkIns: number('walkIns'),
        },
        // Shares are surer than numbers of people.
        acceptance: { expected: this.shares.acceptance, give: this.give / 2 },
        noShows: { expected: this.shares.noShows, give: this.give },
        languages: [
          { language: own, hosts: 1 - hosts, visitors: 1 - visitors },
          { language: own === 'en' ? 'es' : 'en', hosts, visitors },
        ],
        bilingual: this.bilingual,
      },
      floor: this.floor ?? 0,
    }
  }

  #take(given: RehearsalAssumptions): void {
    for (const name of names) this.numbers[name] = Math.round(given[name].expected * 10) / 10
    for (const name of shares) this.shares[name] = Math.round(given[name].expected * 100) / 100
    this.give = Math.round(given.hosts.give * 100) / 100
    this.bilingual = Math.round(given.bilingual * 100) / 100
    const own = this.#day().content.language
    const foreign = (side: 'hosts' | 'visitors'): number => {
      const all = given.languages.reduce((sum, one) => sum + one[side], 0)
      const others = given.languages.reduce((sum, one) => sum + (one.language === own ? 0 : one[side]), 0)
      return all === 0 ? 0 : Math.round((others / all) * 100) / 100
    }
    this.foreign = { hosts: foreign('hosts'), visitors: foreign('visitors') }
  }

  async #try<T>(act: () => Promise<T>): Promise<T | null> {
    this.busy = true
    this.error = null
    try {
      return await act()
    } catch (error) {
      this.error = error
      return null
    } finally {
      this.busy = false
    }
  }
}
