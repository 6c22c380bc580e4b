import type { ResultsView } from '@enlace/contracts'
import { inOrder, listMatchdays, type Transaction } from '@enlace/database'
import { safeFigure, type OrganisationId } from '@enlace/domain'

import { resultsOf } from './read-results.ts'

/** One figure of a matchday's results: of whom, over how many cases, and in which currency where it is money. */
type Figure = {
  readonly measure: string
  readonly of: string
  readonly n: number
  readonly value: number | null
  readonly currency: string
}

const figure = (measure: string, n: number, value: number | null, of = '', currency = ''): Figure => ({
  ...{ measure, of, n, value, currency },
})

const countsOf = (results: ResultsView): Figure[] => {
  const { agreed, planned, held, confirmed, missed, cancelled, wentOn, linked, suppliers, suppliersWithout } = results
  return [
    ...Object.entries({ agreed, planned, held, confirmed, missed, cancelled }).map(([name, n]) => figure(name, n, n)),
    figure('wentOn', linked, wentOn),
    figure('suppliersWithout', suppliers, suppliersWithout),
    figure('topMeetings', results.topFirms, results.topMeetings),
  ]
}

/** Figures that leave the agency: a cell that stands for fewer than three is empty, and so is its number. */
function figuresOf(results: ResultsView): Figure[] {
  const { values, exposure, contacts, answers, interest } = results
  const figures = [
    ...countsOf(results),
    ...values.map(({ what, n, amountMinor, currency }) => figure(`value-${what}`, n, amountMinor, '', currency)),
    ...exposure.map(({ by, key, firms, meetings }) => figure(`meetings-by-${by}`, firms, meetings, key ?? 'unknown')),
    ...contacts.map(({ side, n, median }) => figure('contacts-a-day-median', n, median, side)),
    ...answers.map(({ side, asked, said }) => figure('answers', asked, said, side)),
    ...interest.map((one) => figure('interest', one.n, one.n, `${one.side} ${one.interest ?? 'unsaid'}`)),
  ]
  // Nothing at all is no single firm's.
  return figures.map((one) =>
    one.n === 0 ? one : { ...one, value: safeFigure(one.n, one.value), n: safeFigure(one.n, one.n) ?? 0 },
  )
}

/** What became of an agency's matchdays, the newest hundred, figure by figure. */
export async function readResultRows(
  tx: Transaction,
  owner: OrganisationId,
): Promise<(Omit<Figure, 'n'> & { readonly n: number | null; readonly matchday: string; readonly title: string })[]> {
  const days = (await listMatchdays(tx, { after: null, limit: 100 })).filter(
    ({ organisationId, state }) => organisationId === owner && (state === 'published' || state === 'closed'),
  )
  const read = await inOrder(days.map(async (day) => ({ day, figures: figuresOf(await resultsOf(tx, day)) })))
  return read.flatMap(({ day, figures }) =>
    figures.map((one) => ({
      ...one,
      n: one.value === null ? null : one.n,
      matchday: day.id,
      title: day.content.title,
    })),
  )
}
