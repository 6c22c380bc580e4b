import type { CriterionId, MatchReason } from '@enlace/domain'

type Detail = MatchReason['detail']
type Value = Detail[string] | undefined
type Words = {
  readonly title: (title: string) => string
  readonly entries: (count: number) => string
  readonly category: (same: boolean) => string
  readonly certificates: (held: number, wanted: number) => string
  readonly capacity: (capacity: string, percent: string, volume: string) => string
  readonly distance: (km: string, place: string) => string
  readonly tie: (place: string, tie: string) => string
  readonly record: (count: number, confirmed: number) => string
  readonly research: (percent: string) => string
  readonly patents: (count: number) => string
  readonly local: (percent: string) => string
  readonly women: (percent: string) => string
  readonly per: Readonly<Record<string, string>>
}

const words: Readonly<Record<'en' | 'es', Words>> = {
  en: {
    title: (title) => `For the need “${title}”`,
    entries: (count) =>
      count === 1
        ? '1 capability or reference meets the words of the need.'
        : `${count} capabilities and references meet the words of the need.`,
    category: (same) => (same ? 'Works in the very category.' : 'Works in a category near it.'),
    certificates: (held, wanted) => `${held} of ${wanted} wanted certificates.`,
    capacity: (capacity, percent, volume) => `Makes ${capacity}: ${percent} of the wanted ${volume}.`,
    distance: (km, place) => `${km} from ${place}.`,
    tie: (place, tie) => `Nearest tie to ${place}: ${tie}.`,
    record: (count, confirmed) => `${count === 1 ? '1 reference' : `${count} references`}, ${confirmed} confirmed.`,
    research: (percent) => `${percent} of turnover goes into research.`,
    patents: (count) => (count === 1 ? '1 patent.' : `${count} patents.`),
    local: (percent) => `${percent} locally owned.`,
    women: (percent) => `${percent} owned by women.`,
    per: { day: 'day', week: 'week', month: 'month', year: 'year' },
  },
  es: {
    title: (title) => `Para la necesidad «${title}»`,
    entries: (count) =>
      count === 1
        ? '1 capacidad o referencia coincide con lo que se pide.'
        : `${count} capacidades y referencias coinciden con lo que se pide.`,
    category: (same) => (same ? 'Trabaja en la misma categoría.' : 'Trabaja en una categoría cercana.'),
    certificates: (held, wanted) => `${held} de ${wanted} certificados pedidos.`,
    capacity: (capacity, percent, volume) => `Produce ${capacity}: el ${percent} de ${volume}.`,
    distance: (km, place) => `A ${km} de ${place}.`,
    tie: (place, tie) => `Vínculo más cercano a ${place}: ${tie}.`,
    record: (count, confirmed) =>
      `${count === 1 ? '1 referencia' : `${count} referencias`}, ${confirmed === 1 ? '1 confirmada' : `${confirmed} confirmadas`}.`,
    research: (percent) => `${percent} de las ventas va a investigación.`,
    patents: (count) => (count === 1 ? '1 patente.' : `${count} patentes.`),
    local: (percent) => `${percent} de propiedad local.`,
    women: (percent) => `${percent} propiedad de mujeres.`,
    per: { day: 'día', week: 'semana', month: 'mes', year: 'año' },
  },
}

/** What speaks for a match as paper says it, in the reader's language. */
export class ReasonWords {
  readonly #words: Words
  readonly #numbers: Intl.NumberFormat
  readonly #shares: Intl.NumberFormat
  readonly #countries: Intl.DisplayNames
  readonly #sentences: Readonly<Record<CriterionId, (detail: Detail, quote: string) => readonly string[]>>

  constructor(language: 'en' | 'es') {
    this.#words = words[language]
    this.#numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 1 })
    this.#shares = new Intl.NumberFormat(language, { style: 'percent' })
    this.#countries = new Intl.DisplayNames(language, { type: 'region', fallback: 'code' })
    this.#sentences = this.#tell()
  }

  /** The need that is meant, and why the two fit, a line each. */
  lines(title: string, reasons: readonly MatchReason[]): string {
    const why = reasons.flatMap(({ id, detail, quote }) => this.#sentences[id](detail, quote))
    return [this.#words.title(title), ...why].join('\n')
  }

  #tell(): Readonly<Record<CriterionId, (detail: Detail, quote: string) => readonly string[]>> {
    const said = this.#words
    const number = (detail: Detail, key: string): number => Number(detail[key] ?? 0)
    const share = (detail: Detail, key: string): string => this.#shares.format(number(detail, key) / 100)
    const place = (text: Value): string =>
      /^[A-Z]{2}$/.test(String(text)) ? (this.#countries.of(String(text)) ?? '') : String(text ?? '')
    const where = (detail: Detail, key: string, tell: (percent: string) => string): string[] =>
      detail[key] === undefined ? [] : [tell(share(detail, key))]
    const nothing = (): readonly string[] => []
    return {
      'capability-text': (detail) => [said.entries(number(detail, 'entries'))],
      category: ({ own, wanted }) => (own === undefined ? [] : [said.category(own === wanted)]),
      certificates: (detail) => [said.certificates(number(detail, 'held'), number(detail, 'wanted'))],
      capacity: (detail) => [
        said.capacity(this.#amount(detail['capacity']), share(detail, 'percent'), this.#amount(detail['volume'])),
      ],
      geography: (detail, quote) => [
        detail['km'] === undefined
          ? said.tie(place(detail['place']), place(quote))
          : said.distance(`${this.#numbers.format(number(detail, 'km'))} km`, place(detail['place'])),
      ],
      'track-record': (detail) => [said.record(number(detail, 'references'), number(detail, 'confirmed'))],
      innovation: (detail) => [
        ...where(detail, 'researchPercent', said.research),
        ...(detail['patents'] === undefined ? [] : [said.patents(number(detail, 'patents'))]),
      ],
      inclusion: (detail) => [
        ...where(detail, 'localOwnershipPercent', said.local),
        ...where(detail, 'womenOwnershipPercent', said.women),
      ],
      // What anything costs, and who would answer, is on no paper.
      ...{ price: nothing, willingness: nothing },
    }
  }

  /** "400 t/year", as the rules write it, in the reader's way; anything else stays as it is. */
  #amount(text: Value): string {
    const parts = /^(-?[\d.]+) (.+?)(?:\/(day|week|month|year))?$/.exec(String(text ?? ''))
    if (parts === null) return String(text ?? '')
    const [, value, unit = '', per = ''] = parts
    const period = this.#words.per[per]
    return `${this.#numbers.format(Number(value))} ${unit}${period === undefined ? '' : `/${period}`}`
  }
}
