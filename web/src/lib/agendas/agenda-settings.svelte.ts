import {
  endCalendarFeed,
  readAgendaSettings,
  renewCalendarFeed,
  setAgendaSettings,
  type AgendaSettings,
} from '@enlace/contracts'
import { call } from '$lib/api/call.ts'
import { Loaded } from '$lib/api/loaded.svelte.ts'
import { m } from '$lib/paraglide/messages.js'
import { attempt } from '$lib/ui/attempt.ts'

/** How the reader takes its meetings along: a calendar's address, and mails. */
export class AgendaSettingsRecord extends Loaded<AgendaSettings> {
  /** The secret address, as long as the page that it was given out on is open. */
  address = $state<string | null>(null)
  busy = $state(false)

  constructor() {
    super(() => call(readAgendaSettings, {}))
  }

  renew = (): Promise<boolean> =>
    this.#try(async () => {
      const { path } = await call(renewCalendarFeed, {})
      this.address = location.origin + path
      await this.load()
    }, m.agendas_said_renewed())

  end = (): Promise<boolean> =>
    this.#try(async () => {
      await call(endCalendarFeed, {})
      this.address = null
      await this.load()
    }, m.agendas_said_ended())

  mail = (byMail: boolean): Promise<boolean> =>
    this.#try(
      async () => this.take(await call(setAgendaSettings, { body: { byMail } })),
      byMail ? m.agendas_said_mail_on() : m.agendas_said_mail_off(),
    )

  async #try(act: () => Promise<unknown>, done: string): Promise<boolean> {
    this.busy = true
    const isDone = await attempt(act, done, { lookAgain: this.load })
    this.busy = false
    return isDone
  }
}
