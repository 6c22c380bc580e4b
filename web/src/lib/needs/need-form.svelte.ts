import { amendNeed, postNeed, type NeedView, type Sent } from '@enlace/contracts'
import type {
  CategoryCode,
  Confidentiality,
  GovernanceType,
  LanguageSkill,
  Money,
  NeedKind,
  Quantity,
} from '@enlace/domain'
import type { ParsedNeed } from '@enlace/taxonomy'
import { call } from '$lib/api/call.ts'
import { CallError } from '$lib/api/call-error.ts'
import { categoryOf, categoryOption } from '$lib/categories/category-option.ts'
import { readerLocale } from '$lib/locale/locale.svelte.ts'
import { Kept } from '$lib/ui/kept.ts'
import type { Option } from '$lib/ui/option.ts'

export type SpecificationDraft = {
  text: string
  value: number | null
  unit: string
  tolerance: number | null
  mandatory: boolean
}
export const emptyRow = (): SpecificationDraft => ({
  text: '',
  value: null,
  unit: '',
  tolerance: null,
  mandatory: false,
})

const blank = (kind: NeedKind) => ({
  kind,
  title: '',
  text: '',
  language: readerLocale.current as string,
  categories: [] as readonly Option[],
  specification: [] as SpecificationDraft[],
  volume: null as Quantity | null,
  answerBy: null as string | null,
  deliverFrom: null as string | null,
  deliverUntil: null as string | null,
  country: null as string | null,
  region: '',
  locality: '',
  latitude: null as number | null,
  longitude: null as number | null,
  deliveryRadiusKm: null as number | null,
  supplierCountries: [] as readonly Option[],
  certificates: [] as readonly Option[],
  languages: [] as readonly Option[],
  levels: {} as Record<string, LanguageSkill['level']>,
  budgetMin: null as Money | null,
  budgetMax: null as Money | null,
  governance: (kind === 'challenge' ? 'open-challenge' : 'producer-driven') as GovernanceType,
  confidentiality: 'open' as Confidentiality,
  localContentPercent: null as number | null,
})
export type NeedDraft = ReturnType<typeof blank>

const option = (value: string, label = value): Option => ({ value, label })

const draftOf = (need: NeedView, label: (code: CategoryCode) => string): NeedDraft => ({
  ...blank(need.kind),
  title: need.title,
  text: need.text,
  language: need.language,
  categories: need.categories.map((code) => categoryOption(code, label(code))),
  specification: need.specification.map((row) => ({ ...row, unit: row.unit ?? '' })),
  volume: need.volume,
  answerBy: need.answerBy,
  deliverFrom: need.deliverFrom,
  deliverUntil: need.deliverUntil,
  country: need.place?.country ?? null,
  region: need.place?.region ?? '',
  locality: need.place?.locality ?? '',
  latitude: need.place?.latitude ?? null,
  longitude: need.place?.longitude ?? null,
  deliveryRadiusKm: need.deliveryRadiusKm,
  supplierCountries: need.supplierCountries.map((code) => option(code)),
  certificates: need.requiredCertificates.map(({ scheme }) => option(scheme)),
  languages: need.languages.map(({ language }) => option(language)),
  levels: Object.fromEntries(need.languages.map(({ language, level }) => [language, level])),
  budgetMin: need.budget?.min ?? null,
  budgetMax: need.budget?.max ?? null,
  governance: need.governance,
  confidentiality: need.confidentiality,
  localContentPercent: need.localContentPercent,
})

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

const bodyOf = (draft: NeedDraft): Omit<NonNullable<Sent<(typeof postNeed)['body']>>, 'publish'> => ({
  kind: draft.kind,
  title: draft.title,
  text: draft.text,
  language: draft.language,
  categories: draft.categories.map(categoryOf),
  specification: draft.specification
    .filter((row) => row.text.trim() !== '')
    .map((row) => ({ ...row, unit: orNull(row.unit) })),
  volume: draft.volume,
  answerBy: draft.answerBy,
  deliverFrom: draft.deliverFrom,
  deliverUntil: draft.deliverUntil,
  place:
    draft.country === null
      ? null
      : {
          country: draft.country,
          region: orNull(draft.region),
          locality: orNull(draft.locality),
          latitude: draft.latitude,
          longitude: draft.longitude,
        },
  deliveryRadiusKm: draft.deliveryRadiusKm,
  supplierCountries: draft.supplierCountries.map(({ value }) => value),
  requiredCertificates: draft.certificates.map(({ value }) => ({ scheme: value, mandatory: true })),
  languages: draft.languages.map(({ value }) => ({ language: value, level: draft.levels[value] ?? 'working' })),
  budget: draft.budgetMin === null && draft.budgetMax === null ? null : { min: draft.budgetMin, max: draft.budgetMax },
  governance: draft.governance,
  confidentiality: draft.confidentiality,
  localContentPercent: draft.localContentPercent,
})

const keptKey = (kind: NeedKind, id: string | null): string => `need-draft:${id ?? kind}`

/** What a buyer is writing: kept on this device as one types, sent when asked, with the server's words at each field. */
export class NeedForm {
  draft = $state<NeedDraft>(blank('need'))
  /** Fields that a pasted text filled in and a person should look at. */
  checks = $state.raw<ReadonlySet<string>>(new Set())
  error = $state.raw<unknown>(null)
  busy = $state<'save' | 'publish' | null>(null)
  restored = $state(false)
  reason = $state('')
  readonly need: NeedView | null
  readonly #kept: Kept<NeedDraft>

  constructor(kind: NeedKind, need: NeedView | null, label: (code: CategoryCode) => string) {
    this.need = need
    this.#kept = new Kept(keptKey(kind, need?.id ?? null), need?.version)
    this.draft = need === null ? blank(kind) : draftOf(need, label)
    const kept = this.#kept.read()
    if (kept === null) return
    this.draft = kept
    this.restored = true
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

  /** Fills what a pasted text says into fields that are still empty, and marks them to be checked. */
  fill(parsed: ParsedNeed, text: string): number {
    const draft = this.draft
    const filled = new Set<string>()
    const put = <Key extends keyof NeedDraft>(
      key: Key,
      value: NeedDraft[Key] | undefined,
      isEmpty = draft[key] === null || draft[key] === '',
    ): void => {
      if (value === undefined || value === null || !isEmpty) return
      draft[key] = value
      filled.add(key)
    }
    put('title', parsed.title?.value)
    put('text', text)
    put('language', parsed.language.value, true)
    put('volume', parsed.volume?.value)
    put('answerBy', parsed.answerBy?.value)
    put('deliverFrom', parsed.deliverFrom?.value)
    put('deliverUntil', parsed.deliverUntil?.value)
    put('deliveryRadiusKm', parsed.deliveryRadiusKm?.value)
    put('localContentPercent', parsed.localContentPercent?.value)
    put('budgetMin', parsed.budget?.value.min)
    put('budgetMax', parsed.budget?.value.max)
    const place = parsed.place?.value
    if (place !== undefined && draft.country === null) {
      Object.assign(draft, {
        country: place.country,
        region: place.region ?? '',
        locality: place.locality ?? '',
        latitude: place.latitude,
        longitude: place.longitude,
      })
      filled.add('place')
    }
    put(
      'specification',
      parsed.specification.map(({ value }) => ({ ...value, unit: value.unit ?? '' })),
      draft.specification.length === 0 && parsed.specification.length > 0,
    )
    put(
      'certificates',
      parsed.requiredCertificates.map(({ value }) => option(value.scheme)),
      draft.certificates.length === 0 && parsed.requiredCertificates.length > 0,
    )
    put(
      'categories',
      parsed.categories.slice(0, 2).map(({ code, label }) => categoryOption(code, label)),
      draft.categories.length === 0 && parsed.categories.length > 0,
    )
    this.checks = filled
    return filled.size
  }

  /** Sends what is written; the need as it now stands, or null where it was refused. */
  send = async (publish: boolean): Promise<NeedView | null> => {
    this.busy = publish ? 'publish' : 'save'
    this.error = null
    try {
      const body = bodyOf(this.draft)
      const need =
        this.need === null
          ? await call(postNeed, { body: { ...body, publish } })
          : await call(amendNeed, {
              params: { id: this.need.id },
              body: { ...body, version: this.need.version, reason: this.reason },
            })
      this.forget()
      return need
    } catch (error) {
      this.error = error
      return null
    } finally {
      this.busy = null
    }
  }
}
