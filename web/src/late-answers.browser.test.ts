import type { NeedView, Ranking } from '@enlace/contracts'
import { sharedHouse } from '@enlace/testing'
import { it } from 'vitest'
import { hears, holdAnswers } from './testing/hold-answers.ts'
import { openPages } from './testing/pages.ts'
import { post } from './testing/post.ts'
import { desk, visit, type Visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

const postNeed = async (buyer: Visit, title: string): Promise<NeedView> =>
  post(buyer.context, pages.origin, '/api/needs', {
    title,
    text: 'Acrylic copolymer dust suppressant for unpaved mine haul roads, 40 t a year, delivered to Calama.',
    publish: true,
  })

it('what the live channel told a list or a ranking is not taken back by an answer that comes late', async () => {
  const buyer = await visit(pages.browser, pages.origin, desk, 'buyer')
  const supplier = await visit(pages.browser, pages.origin, desk, 'supplier')
  const feed = await holdAnswers(supplier.page, /\/api\/feed\?/, 2)
  const title = `Dust control that comes late ${Date.now()}`
  const listed = hears(supplier.page, title)
  await supplier.page.goto('/for-you')
  await feed.full()
  const { id } = await postNeed(buyer, title)
  await listed
  await feed.release()
  await supplier.page.getByRole('article').filter({ hasText: title }).waitFor()

  const ranking = await holdAnswers(buyer.page, /\/api\/needs\/[^/]+\/matches$/, 2)
  const judged = hears(buyer.page, '"invited":true')
  await buyer.page.goto(`/needs/${id}`)
  await ranking.full()
  const { items } = (await (await buyer.context.request.get(`/api/needs/${id}/matches`)).json()) as Ranking
  await post(buyer.context, pages.origin, `/api/needs/${id}/matches/${items[0]?.supplier.id}`, { verdict: 'invite' })
  await judged
  await ranking.release()
  await buyer.page.getByRole('article').first().getByText('Invited', { exact: true }).waitFor()
  await Promise.all([buyer.context.close(), supplier.context.close()])
})
