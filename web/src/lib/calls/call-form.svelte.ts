import { learnProblems } from '$lib/api/problem-words.ts'
import { serverWords } from '$lib/api/server-problem-words.ts'
import { amendCall, editCall, publishCall, writeCall, type CallView, type NeedView } from '@enlace/contracts'
import {
  checkAmendment,
  checkCall,
  envelopes,
  minimumDays,
  Problem,
  type CallKind,
  type Envelope,
  type OrganisationId,
  type Prefill,
  type Quantity,
} from '@enlace/domain'
import { call } from '$lib/api/call.ts'
import { CallError } from '$lib/api/call-error.ts'
import { problemWords } from '$lib/api/problem-words.ts'
import { freshKey } from '$lib/api/request.ts'
import { readerLocale } from '$lib/locale/locale.svelte.ts'
import { amount } from '$lib/locale/quantity.ts'
import { Kept } from '$lib/ui/kept.ts'
import { toasts } from '$lib/ui/toasts.svelte.ts'
import { templateOf, type CallTemplate } from './call-templates.ts'
import { clusterTemplate, clusterText, type CalledCluster } from './cluster-call.ts'

// What the form finds itself is told in the same words as what the server finds.
learnProblems(serverWords)

export type LotDraft = { id: string; title: string; text: string; quantity: Quantity | null }
export type FieldDraft = {
  key: string
  envelope: Envelope
  label: string
  required: boolean
  maxWords: number | null
  prefill: Prefill | null
}
export type CriterionDraft = { key: string; envelope: Envelope; name: string; weight: number | null; maxScore: number }

/** A name for something in a form that nobody sees; short and within what keys may hold. */
export const shortKey = (): string => freshKey().slice(0, 8)

const dayMs = 86_400_000
/** In so many days, at five in the afternoon by the reader's clock. */
const inDays = (days: number): string => {
  const at = new Date(Date.now() + days * dayMs)
  at.setHours(17, 0, 0, 0)
  return at.toISOString()
}

const templated = (kind: CallKind, template: CallTemplate) => {
  const { days, ...rest } = template
  return {
    kind,
    access: rest.access,
    sealing: rest.sealing,
    envelopes: [...rest.envelopes],
    fields: rest.fields.map((field): FieldDraft => ({ ...field })),
    criteria: rest.criteria.map((criterion): CriterionDraft => ({ ...criterion })),
    threshold: rest.threshold as number | null,
    standstillDays: rest.standstillDays as number | null,
    deadline: inDays(days) as string | null,
  }
}
const blank = (kind: CallKind, template = templateOf(kind)) => ({
  ...templated(kind, template),
  title: '',
  text: '',
  language: readerLocale.current as string,
  lots: [] as LotDraft[],
  currency: 'USD',
  questionsUntil: null as string | null,
  invited: [] as OrganisationId[],
})
export type CallDraft = ReturnType<typeof blank>

/** What a need says that a call can begin with. */
function fromNeed(draft: CallDraft, need: NeedView, suppliers: readonly OrganisationId[]): CallDraft {
  const rows = need.specification.map(({ text, value, unit, tolerance }) => {
    const exact = value === null ? '' : `: ${unit === null ? value : amount(value, unit)}`
    return `${text}${exact}${tolerance === null ? '' : ` ± ${tolerance}`}`
  })
  const lot = { id: shortKey(), title: need.title, text: rows.join('\n'), quantity: need.volume }
  const earliest = Date.now() + minimumDays[draft.kind] * dayMs
  const answerBy = need.answerBy === null ? null : new Date(`${need.answerBy}T17:00:00`)
  return {
    ...draft,
    title: need.title,
    text: need.text,
    language: need.language,
    lots: rows.length > 0 || need.volume !== null ? [lot] : [],
    currency: need.budget?.max?.currency ?? need.budget?.min?.currency ?? draft.currency,
    deadline: answerBy !== null && answerBy.getTime() > earliest ? answerBy.toISOString() : draft.deadline,
    invited: [...suppliers],
  }
}

/** What the brief of a cluster says that its call begins with. */
function fromCluster({ challenge }: CalledCluster): CallDraft {
  const brief = challenge.brief?.content
  if (brief === undefined) return blank('rfp')
  return {
    ...blank('rfp', clusterTemplate(brief)),
    title: challenge.title,
    text: clusterText(brief),
    language: challenge.language,
    currency: brief.budget?.currency ?? brief.money?.currency ?? 'USD',
  }
}

const fromCall = (content: CallView): CallDraft => ({
  kind: content.kind,
  title: content.title,
  text: content.text,
  language: content.language,
  access: content.access,
  sealing: content.sealing,
  envelopes: [...content.envelopes],
  lots: content.lots.map((lot) => ({ ...lot, id: shortKey() })),
  fields: content.fields.map((field) => ({ ...field })),
  criteria: content.criteria.map((criterion) => ({ ...criterion })),
  currency: content.currency,
  deadline: content.deadline,
  questionsUntil: content.questionsUntil,
  threshold: content.threshold,
  standstillDays: content.standstillDays,
  invited: [],
})

/** The content as it is sent; what is not filled in is left to the server to refuse. */
export const contentOf = (draft: CallDraft) => ({
  kind: draft.kind,
  title: draft.title,
  text: draft.text,
  language: draft.language,
  access: draft.access,
  sealing: draft.sealing,
  envelopes: draft.envelopes,
  lots: draft.lots.map(({ title, text, quantity }) => ({ title, text, quantity })),
  fields: draft.fields.map((field) => ({ ...field, maxWords: field.maxWords ?? 0 })),
  criteria: draft.criteria.map((criterion) => ({ ...criterion, weight: criterion.weight ?? 0 })),
  currency: draft.currency,
  deadline: draft.deadline ?? '',
  questionsUntil: draft.questionsUntil,
  threshold: draft.threshold ?? 0,
  standstillDays: draft.standstillDays ?? 0,
})

/** A rule of the domain that refuses here as the server would, with the fields at fault. */
function refusalOf(check: () => void): CallError | null {
  try {
    check()
    return null
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const faults = error.faults.map((fault) => ({ ...fault, path: fault.path.replace(/^body\./, '') }))
    return new CallError(error.code, error.message, 422, faults)
  }
}

/** Where a new call comes from. */
export type CallOrigin = {
  readonly need?: NeedView | null
  readonly suppliers?: readonly OrganisationId[]
  readonly cluster?: CalledCluster | null
}

/** What an author is writing: kept on this device as one types, sent when asked, with what is wrong at each field. */
export class CallForm {
  draft = $state<CallDraft>(blank('rfq'))
  error = $state.raw<unknown>(null)
  busy = $state<'save' | 'publish' | null>(null)
  restored = $state(false)
  reason = $state('')
  readonly of: CallView | null
  readonly cluster: CalledCluster | null
  readonly #need: NeedView | null
  readonly #suppliers: readonly OrganisationId[]
  readonly #kept: Kept<CallDraft>

  constructor(of: CallView | null, { need = null, suppliers = [], cluster = null }: CallOrigin = {}) {
    this.of = of
    this.cluster = cluster
    this.#need = need
    this.#suppliers = suppliers
    this.#kept = new Kept(`call-draft:${of?.id ?? cluster?.id ?? need?.id ?? 'new'}`, of?.version)
    this.draft = of === null ? this.#begin('rfq') : fromCall(of)
    const kept = this.#kept.read()
    if (kept === null) return
    this.draft = suppliers.length > 0 ? { ...kept, invited: [...suppliers] } : kept
    this.restored = true
  }

  /** Whether it asks a cluster, whose firms alone can answer. */
  get clustered(): boolean {
    return (this.cluster ?? this.of?.cluster ?? null) !== null
  }

  get amending(): boolean {
    return this.of !== null && this.of.phase !== 'draft'
  }

  #begin(kind: CallKind): CallDraft {
    if (this.cluster !== null) return fromCluster(this.cluster)
    const draft = blank(kind)
    return this.#need === null ? draft : fromNeed(draft, this.#need, this.#suppliers)
  }

  /** Begins with the template of another kind; what was written about the matter stays. */
  begin = (kind: CallKind): void => {
    const { title, text, language, lots, currency, invited } = this.draft
    this.draft = { ...this.#begin(kind), title, text, language, lots, currency, invited }
  }

  /** Keeps what is written on this device until it is sent. */
  keep(): void {
    this.#kept.keep(this.draft)
  }

  forget(): void {
    this.#kept.forget()
    this.restored = false
  }

  fault = (path: string): string | undefined => (this.error instanceof CallError ? this.error.fault(path) : undefined)

  /** Uses an envelope or leaves it out, in their order; what belonged to it moves to one that is left. */
  use = (envelope: Envelope, isUsed: boolean): void => {
    const chosen = envelopes.filter((one) => (one === envelope ? isUsed : this.draft.envelopes.includes(one)))
    const [first] = chosen
    if (first === undefined) return
    this.draft.envelopes = chosen
    for (const one of [...this.draft.fields, ...this.draft.criteria])
      if (!chosen.includes(one.envelope)) one.envelope = first
  }

  /** What would keep this from being published, by the same rules as the server's. */
  #check(): CallError | null {
    const content = contentOf(this.draft)
    const now = new Date().toISOString()
    const of = this.of
    return refusalOf(() => (this.amending && of !== null ? checkAmendment(of, content, now) : checkCall(content, now)))
  }

  /** Saves as a draft, publishes at once where asked, or publishes an amendment. The call as it stands, or null where it was refused. */
  send = async (publish: boolean): Promise<CallView | null> => {
    this.error = publish || this.amending ? this.#check() : null
    if (this.error !== null) return null
    this.busy = publish ? 'publish' : 'save'
    try {
      const saved = await this.#save()
      this.forget()
      return publish && !this.amending ? await this.#publish(saved) : saved
    } catch (error) {
      this.error = error
      return null
    } finally {
      this.busy = null
    }
  }

  /** What is saved stays saved where it cannot be published; the call's own page says what is missing. */
  #publish(saved: CallView): Promise<CallView> {
    return call(publishCall, { params: { id: saved.id } }).catch((error: unknown) => {
      toasts.say(problemWords(error).text, { tone: 'bad' })
      return saved
    })
  }

  #save(): Promise<CallView> {
    const content = contentOf(this.draft)
    const of = this.of
    if (of === null)
      return call(writeCall, {
        body: {
          ...content,
          needId: this.#need?.id ?? null,
          clusterId: this.cluster?.id ?? null,
          invited: this.draft.invited,
        },
      })
    const params = { id: of.id }
    return this.amending
      ? call(amendCall, { params, body: { ...content, reason: this.reason, version: of.version } })
      : call(editCall, { params, body: content })
  }
}
