import {
  publishPassport,
  readPassport,
  savePassport,
  withdrawPassport,
  type FileView,
  type PassportDraft,
  type PassportView,
} from '@enlace/contracts'
import { completenessOf, type OrganisationId, type PassportContent } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { CallError } from '$lib/api/call-error.ts'
import { sendFile } from '$lib/files/send-file.ts'
import { Kept } from '$lib/ui/kept.ts'

export type SaveState = 'saved' | 'waiting' | 'saving' | 'device' | 'conflict'
const pauseMs = 900
const retryMs = 4000
/** What was written on this device and never reached the server, unless somebody saved since. */
const keptOf = (view: PassportView): Kept<PassportDraft | null> =>
  new Kept(`passport-draft:${view.organisationId}`, view.revision)

/** What a supplier is writing: on this device at once, on the server after a pause, on the market when it says so. */
export class PassportForm {
  view = $state.raw<PassportView | null>(null)
  draft = $state<PassportDraft | null>(null)
  files = $state.raw<readonly FileView[]>([])
  saving = $state<SaveState>('saved')
  error = $state.raw<unknown>(null)
  busy = $state<'publish' | 'withdraw' | null>(null)
  readonly #firm: OrganisationId | null
  #timer: ReturnType<typeof setTimeout> | undefined
  #running: Promise<void> = Promise.resolve()
  #sent = ''

  constructor(firm: OrganisationId | null) {
    this.#firm = firm
  }

  get #query() {
    return this.#firm === null ? {} : { firm: this.#firm }
  }
  /** The draft as the rules read it; entries that have no id yet are as good as those that have. */
  get content(): PassportContent | null {
    return this.draft as PassportContent | null
  }
  get completeness() {
    return this.content === null || this.view === null ? null : completenessOf(this.content, this.view.today)
  }

  load = async (): Promise<void> => {
    this.error = null
    try {
      const view = await call(readPassport, { query: this.#query })
      const kept = keptOf(view).read()
      this.#take(view)
      if (kept !== null) this.draft = kept
    } catch (error) {
      this.error = error
    }
  }

  #take(view: PassportView): void {
    this.view = view
    this.files = [...this.files.filter(({ id }) => view.files.every((file) => file.id !== id)), ...view.files]
    this.draft = JSON.parse(JSON.stringify(view.content)) as PassportDraft
    this.#sent = JSON.stringify(this.draft)
    this.saving = 'saved'
    keptOf(view).forget()
  }

  #written = ''

  /** Called whenever something was written; `text` is the draft as JSON. */
  changed(text: string): void {
    if (text === this.#sent || text === this.#written || this.saving === 'conflict') return
    this.#written = text
    if (this.view !== null) keptOf(this.view).keep(this.draft)
    if (this.saving !== 'device') this.saving = 'waiting'
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), pauseMs)
  }

  /** Sends what was not sent yet; true where the server holds everything. */
  flush = async (): Promise<boolean> => {
    clearTimeout(this.#timer)
    this.#running = this.#running.then(() => this.#save())
    await this.#running
    return this.saving === 'saved'
  }

  async #save(): Promise<void> {
    const text = JSON.stringify(this.draft)
    if (this.draft === null || this.view === null || text === this.#sent || this.saving === 'conflict') return
    if (this.saving !== 'device') this.saving = 'saving'
    try {
      const content = JSON.parse(text) as PassportDraft
      const view = await call(savePassport, { query: this.#query, body: { revision: this.view.revision, content } })
      const untouched = JSON.stringify(this.draft) === text
      if (untouched) this.#take(view)
      else {
        this.view = view
        this.#sent = text
        this.saving = 'waiting'
      }
      this.error = null
    } catch (error) {
      this.error = error
      this.saving = error instanceof CallError && error.code === 'thing.changed' ? 'conflict' : 'device'
      // What the network kept back is sent again; what was refused waits for the writer.
      if (this.saving === 'device' && error instanceof CallError && error.status === 0)
        this.#timer = setTimeout(() => void this.flush(), retryMs)
    }
  }

  /** After somebody else saved: their text is loaded, or ours is put in its place. */
  settle = async (keepMine: boolean): Promise<void> => {
    const mine = this.draft
    if (this.view !== null) keptOf(this.view).forget()
    await this.load()
    if (!keepMine || mine === null || this.error !== null) return
    this.draft = mine
    await this.flush()
  }

  /** True where it is on the market now. */
  publish = async (): Promise<boolean> => {
    if (!(await this.flush()) || this.view === null) return false
    return this.#act('publish', call(publishPassport, { query: this.#query, body: { revision: this.view.revision } }))
  }
  withdraw = (): Promise<boolean> => this.#act('withdraw', call(withdrawPassport, { query: this.#query }))

  async #act(busy: 'publish' | 'withdraw', answer: Promise<PassportView>): Promise<boolean> {
    this.busy = busy
    try {
      this.#take(await answer)
      this.error = null
      return true
    } catch (error) {
      this.error = error
      return false
    } finally {
      this.busy = null
    }
  }

  /** Keeps a file for one of the certificates; throws what the server refused it with. */
  upload = async (file: File): Promise<FileView> => {
    const kept = await sendFile(file, this.#query)
    this.files = [...this.files, kept]
    return kept
  }

  fault = (path: string): string | undefined =>
    this.error instanceof CallError ? this.error.fault(`content.${path}`) : undefined
}
