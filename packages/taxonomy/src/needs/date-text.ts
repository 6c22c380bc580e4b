import type { CheckReason, ReadText } from './found.ts'

/** A day named in a text; `isMonth` where only the month was given (the value is its last day, `first` its first). */
export type DateFound = {
  readonly value: string
  readonly first: string
  readonly start: number
  readonly end: number
  readonly check: CheckReason | null
}

const monthNames = [
  'january|jan|enero|ene|janeiro',
  'february|feb|febrero|fevereiro|fev',
  'march|mar|marzo|marco',
  'april|apr|abril|abr',
  'may|mayo|maio|mai',
  'june|jun|junio|junho',
  'july|jul|julio|julho',
  'august|aug|agosto|ago',
  'september|sept|sep|septiembre|setiembre|setembro|set',
  'october|oct|octubre|outubro|out',
  'november|nov|noviembre|novembro',
  'december|dec|diciembre|dic|dezembro|dez',
] as const
const anyMonth = `(?<month>${monthNames.join('|')})\\b\\.?`
const monthPatterns = monthNames.map((names) => new RegExp(`^(?:${names})$`))
const monthOf = (name: string): number => monthPatterns.findIndex((pattern) => pattern.test(name)) + 1

const iso = /(?<!\d)(?<year>20\d\d)-(?<monthNumber>\d\d)-(?<day>\d\d)(?!\d)/g
const numeric = /(?<![\d/.-])(?<a>\d{1,2})(?<sign>[/.-])(?<b>\d{1,2})\k<sign>(?<year>20\d\d|\d\d)(?![\d/-])/g
const dayMonth = new RegExp(
  String.raw`(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th|º|o)?\s+(?:of\s+|de\s+)?${anyMonth}(?:,?\s+(?:de\s+|del\s+)?(?<year>20\d\d))?`,
  'g',
)
const monthDay = new RegExp(
  String.raw`\b${anyMonth}\s+(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(?<year>20\d\d))?`,
  'g',
)
const monthYear = new RegExp(String.raw`\b${anyMonth}\s+(?:of\s+|de\s+|del\s+)?(?<year>20\d\d)`, 'g')

const isoOf = (year: number, month: number, day: number): string | null => {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null
}
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

type Parts = {
  readonly year: number | null
  readonly month: number
  readonly day: number | null
  readonly check: CheckReason | null
}

function partsOf(groups: Readonly<Record<string, string | undefined>>): Parts {
  const year =
    groups['year'] === undefined ? null : Number(groups['year'].length === 2 ? `20${groups['year']}` : groups['year'])
  if (groups['a'] !== undefined) {
    const a = Number(groups['a'])
    const b = Number(groups['b'])
    // Day first, as both languages' countries write it, unless only the other order exists.
    const isMonthFirst = a <= 12 && b > 12
    return {
      year,
      month: isMonthFirst ? a : b,
      day: isMonthFirst ? b : a,
      check: a <= 12 && b <= 12 && a !== b ? 'order-guessed' : null,
    }
  }
  const month = groups['monthNumber'] === undefined ? monthOf(groups['month'] ?? '') : Number(groups['monthNumber'])
  return { year, month, day: groups['day'] === undefined ? null : Number(groups['day']), check: null }
}

/** The next time a day without a year comes round. */
function nextYear(month: number, day: number, today: string): number {
  const year = Number(today.slice(0, 4))
  return (isoOf(year, month, day) ?? '') >= today ? year : year + 1
}

function dateOf({ year, month, day, check }: Parts, start: number, end: number, today: string): DateFound | null {
  if (month < 1 || month > 12) return null
  if (day === null) {
    if (year === null) return null
    const first = isoOf(year, month, 1)
    const last = isoOf(year, month, lastDay(year, month))
    return first === null || last === null ? null : { value: last, first, start, end, check: 'day-guessed' }
  }
  const value = isoOf(year ?? nextYear(month, day, today), month, day)
  return value === null ? null : { value, first: value, start, end, check: year === null ? 'year-guessed' : check }
}

/** Every day or month named in the text, in reading order; a part of a longer date is not told twice. */
export function findDates({ folded, today }: ReadText): readonly DateFound[] {
  const found: DateFound[] = []
  for (const pattern of [iso, numeric, dayMonth, monthDay, monthYear]) {
    for (const match of folded.matchAll(pattern)) {
      const end = match.index + match[0].trimEnd().length
      if (found.some((other) => other.start < end && match.index < other.end)) continue
      const date = dateOf(partsOf(match.groups ?? {}), match.index, end, today)
      if (date !== null) found.push(date)
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}
