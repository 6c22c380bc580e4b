import type { CallView, listSeats, OpenedBid, Output } from '@enlace/contracts'
import { passDeadline, sharedHouse, takePicture } from '@enlace/testing'
import { expect, it } from 'vitest'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openPages } from './testing/pages.ts'
import { post } from './testing/post.ts'
import { desk, visit, type Visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)
const content = {
  kind: 'rfq',
  title: 'Seals for slurry pumps, scored by three',
  sealing: 'plain',
  envelopes: ['technical'],
  fields: [{ key: 'how', envelope: 'technical', label: 'How do you seal?', maxWords: 40 }],
  criteria: [
    { key: 'method', envelope: 'technical', name: 'Method', weight: 60 },
    { key: 'staff', envelope: 'technical', name: 'Staff', weight: 40, maxScore: 5 },
  ],
  threshold: 1,
  standstillDays: 0,
}
const emailOf = async ({ page }: Visit): Promise<string> =>
  ((await (await page.request.get('/api/session')).json()) as { person: { email: string } }).person.email

/** A call with one bid, opened, which its author, an agency and the platform's operator score. */
async function openCall(buyer: Visit, supplier: Visit, others: readonly Visit[]): Promise<string> {
  const deadline = new Date(Date.now() + 5 * 86_400_000).toISOString()
  const { id } = await post<CallView>(buyer.context, pages.origin, '/api/calls', { ...content, deadline })
  const emails = await Promise.all(others.map(emailOf))
  for (const email of emails)
    await post(buyer.context, pages.origin, `/api/calls/${id}/seats`, { seat: 'evaluator', email })
  const call = await post<CallView>(buyer.context, pages.origin, `/api/calls/${id}/publish`, {})
  const { items } = (await (await buyer.page.request.get(`/api/calls/${id}/seats`)).json()) as Output<typeof listSeats>
  for (const [at, other] of others.entries())
    await post(
      other.context,
      pages.origin,
      `/api/calls/${id}/seats/${items.find((one) => one.email === emails[at])?.id}/accept`,
      {},
    )
  const bid = await supplier.page.request.put(`/api/calls/${id}/bid`, {
    data: {
      ...{ bidId: crypto.randomUUID(), revision: 1, callVersion: call.version },
      envelopes: {
        technical: { plain: { answers: [{ key: 'how', text: 'With two mechanical seals.' }], prices: [] } },
      },
    },
    headers: { origin: pages.origin },
  })
  expect(bid.status(), await bid.text()).toBe(200)
  await passDeadline(await sharedHouse(), id)
  await post(buyer.context, pages.origin, `/api/calls/${id}/releases`, { envelope: 'technical', shares: [] })
  return id
}

/** Declares and scores by keyboard alone, and hands the card in. */
async function scoreAs({ page, go }: Visit, id: string, [method, staff]: readonly [string, string]): Promise<void> {
  await go(`/calls/${id}/score`)
  await page.getByRole('button', { name: 'I am free to judge all of them' }).press('Enter')
  for (const [name, points] of [
    ['Method', method],
    ['Staff', staff],
  ] as const) {
    await page.getByLabel(`Score by ${name}`, { exact: true }).focus()
    await page.keyboard.type(points)
    await page.keyboard.press('Tab')
    await page.keyboard.type(`Worth ${points}.`)
    await page.keyboard.press('Tab')
  }
  await page.getByRole('button', { name: 'Hand the card in', disabled: false }).press('Enter')
  await page.getByRole('link', { name: 'See what the panel gave' }).waitFor()
}

it('three evaluators score blind by keyboard, and the author moderates with a reason and ends the scoring', async () => {
  const narrow = { ...desk, width: 360 }
  const [buyer, supplier, agency, admin] = await Promise.all([
    visit(pages.browser, pages.origin, desk, 'buyer'),
    visit(pages.browser, pages.origin, desk, 'supplier'),
    visit(pages.browser, pages.origin, narrow, 'agency'),
    visit(pages.browser, pages.origin, desk, 'admin'),
  ])
  const id = await openCall(buyer, supplier, [agency, admin])
  await agency.go('/scorecards')
  await agency.page.getByText(content.title).waitFor()
  await takePicture(agency.page, 'scorecards-list-360')
  expect([await findBarriers(agency.page), await overflowOf(agency.page)]).toEqual([[], 0])
  await agency.go(`/calls/${id}/score`)
  await takePicture(agency.page, 'scorecards-declare-360')
  expect([await findBarriers(agency.page), await overflowOf(agency.page)]).toEqual([[], 0])
  await scoreAs(agency, id, ['8', '4'])
  await takePicture(agency.page, 'scorecards-final-360')
  await scoreAs(admin, id, ['8', '5'])
  await buyer.go(`/calls/${id}/moderate`)
  await buyer.page.getByText('Scores show when every card is in').waitFor()
  await takePicture(buyer.page, 'scorecards-blind-1280')
  await scoreAs(buyer, id, ['2', '4'])
  await takePicture(buyer.page, 'scorecards-score-1280')

  await buyer.page.getByRole('link', { name: 'See what the panel gave' }).press('Enter')
  await buyer.page.getByText('Stands out').first().waitFor()
  await buyer.page.getByRole('button', { name: /^Change the final score of .* by Method/ }).press('Enter')
  await buyer.page.getByLabel(/^Final score of .* by Method/).fill('7')
  await buyer.page.getByRole('button', { name: 'Keep', exact: true }).press('Enter')
  await buyer.page.getByText('Say why.').waitFor()
  await buyer.page.getByLabel('Reason').fill('One page was read in another language.')
  await buyer.page.getByRole('button', { name: 'Keep', exact: true }).press('Enter')
  await buyer.page.getByText('One page was read in another language.').waitFor()
  await takePicture(buyer.page, 'scorecards-moderate-1280')
  expect([await findBarriers(buyer.page), await overflowOf(buyer.page)]).toEqual([[], 0])
  await agency.go(`/calls/${id}/moderate`)
  await takePicture(agency.page, 'scorecards-moderate-360')
  expect([await findBarriers(agency.page), await overflowOf(agency.page)]).toEqual([[], 0])
  await buyer.page.getByRole('button', { name: 'End the scoring' }).press('Enter')
  await buyer.page.getByText('The scoring is over').waitFor()
  const { items } = (await (await buyer.page.request.get(`/api/calls/${id}/bids`)).json()) as { items: OpenedBid[] }
  expect(items[0]?.scores).toEqual([
    { criterion: 'method', score: 7 },
    { criterion: 'staff', score: 4 },
  ])
  for (const { complaints, context } of [buyer, supplier, agency, admin]) {
    expect(complaints.filter((one) => !one.includes('409'))).toEqual([])
    await context.close()
  }
})
