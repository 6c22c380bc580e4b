import { publishInnovation, saveInnovation, startInnovation, type InnovationView } from '@enlace/contracts'
import { blankInnovation, type CategoryCode, type FileId, type InnovationContent, type Seeking } from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { CallError } from '$lib/api/call-error.ts'
import { sendFile } from '$lib/files/send-file.ts'
import { readerLocale } from '$lib/locale/locale.svelte.ts'
import { Kept } from '$lib/ui/kept.ts'

type Attached = { readonly id: FileId; readonly name: string; readonly size: number }
type Reference = { text: string; customer: string; year: number | null }

/** What a supplier is writing about an innovation: kept as a draft, shown when it says so. */
export class InnovationForm {
  draft = $state({
    title: '',
    problem: '',
    solution: '',
    evidence: '',
    confidential: '',
    theme: blankInnovation.theme,
    maturity: blankInnovation.maturity,
  })
  seeks = $state<Record<Seeking, boolean>>({ 'pilot-site': false, 'co-development': false, buyer: false })
  categories = $state<CategoryCode[]>([])
  references = $state<Reference[]>([])
  files = $state.raw<readonly Attached[]>([])
  busy = $state(false)
  error = $state.raw<unknown>(null)
  restored = $state(false)
  #view: InnovationView | null
  readonly #language: string
  /** A new one, while it is written: all but its confidential part, and its files. */
  readonly #kept = new Kept<InnovationContent>('innovation-draft:new')

  constructor(view: InnovationView | null) {
    const before = view === null ? this.#kept.read() : null
    this.restored = before !== null
    const content = view?.content ?? before ?? { ...blankInnovation, language: readerLocale.current }
    const { title, problem, solution, evidence, theme, maturity } = content
    this.#view = view
    this.#language = content.language
    this.draft = { title, problem, solution, evidence, theme, maturity, confidential: view?.confidential ?? '' }
    for (const seeking of content.seeks) this.seeks[seeking] = true
    this.categories = [...content.categories]
    this.references = content.references.map(({ text, customer, year }) => ({ text, customer: customer ?? '', year }))
    this.files = view?.files ?? []
  }

  /** What everybody would read of it. */
  get content(): InnovationContent {
    return this.#body.content
  }

  keep = (): void => {
    if (this.#view === null) this.#kept.keep({ ...this.content, fileIds: [] })
  }

  forget = (): void => {
    this.#kept.forget()
    this.restored = false
  }

  get #body(): { content: InnovationContent; confidential: string } {
    const { confidential, ...texts } = this.draft
    return {
      confidential,
      content: {
        ...texts,
        language: this.#language,
        seeks: (Object.keys(this.seeks) as Seeking[]).filter((seeking) => this.seeks[seeking]),
        categories: [...this.categories],
        references: this.references.map(({ text, customer, year }) => ({
          text,
          year,
          customer: customer.trim() || null,
        })),
        fileIds: this.files.map(({ id }) => id),
      },
    }
  }

  fault = (path: string): string | undefined =>
    this.error instanceof CallError ? (this.error.fault(`content.${path}`) ?? this.error.fault(path)) : undefined

  upload = async (file: File): Promise<void> => {
    const { id, name, size } = await sendFile(file)
    this.files = [...this.files, { id, name, size }]
  }

  /** Keeps what is written; null where it was not kept. */
  save = (): Promise<InnovationView | null> => this.#try(() => this.#keep())

  /** Keeps what is written and shows it to buyers. */
  publish = (): Promise<InnovationView | null> =>
    this.#try(async () => {
      const { id, revision } = await this.#keep()
      return call(publishInnovation, { params: { id }, body: { revision: revision ?? 1 } })
    })

  async #keep(): Promise<InnovationView> {
    const [view, body] = [this.#view, this.#body]
    this.#view =
      view === null
        ? await call(startInnovation, { body })
        : await call(saveInnovation, { params: { id: view.id }, body: { ...body, revision: view.revision ?? 1 } })
    if (view === null) this.forget()
    return this.#view
  }

  async #try(act: () => Promise<InnovationView>): Promise<InnovationView | null> {
    this.busy = true
    this.error = null
    try {
      this.#view = await act()
      return this.#view
    } catch (error) {
      this.error = error
      return null
    } finally {
      this.busy = false
    }
  }
}
