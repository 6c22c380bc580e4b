import type { MatchdayParticipantView, MatchdayView } from '@enlace/contracts'
import { expect, it } from 'vitest'
import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { post } from '../../../web/src/testing/post.ts'
import type { Visit } from '../../../web/src/testing/visit.ts'
import { openWorld } from './open-world.ts'
import { meetTheBuyers } from './matchday-people.ts'
import { ranked } from './ranked.ts'

const { pages, world } = openWorld()
const patience = { timeout: 30_000 }

const put = async ({ context }: Visit, path: string, data: object): Promise<unknown> => {
  const answer = await context.request.put(path, { data, headers: { origin: pages.origin } })
  if (!answer.ok()) throw new Error(await answer.text())
  return answer.json()
}

it('takes meetings along: an address for the calendar, mails, paper, and what to read before them', async () => {
  const agency = await world.person(await world.organisation('agency', 'Agencia Sur'), 'facilitator')
  const buyer = await world.person(await world.organisation('buyer', 'Mina Norte'), 'buyer')
  const firm = await world.person(await world.organisation('supplier', 'Bombas Este'), 'bidder')
  const [organiser, high, pumps] = [await agency.look(), await buyer.look(), await firm.look()]
  const { id }: MatchdayView = await post(organiser.context, pages.origin, '/api/matchdays', { content: meetTheBuyers })
  const at = `/api/matchdays/${id}`
  await post(organiser.context, pages.origin, `${at}/state`, { to: 'open' })
  const [host, visitor] = (await Promise.all([
    put(high, `${at}/participation`, { languages: ['es', 'en'], note: 'We look for pumps for brine.' }),
    put(pumps, `${at}/participation`, { languages: ['es'], note: 'Bombas para salmuera.' }),
  ])) as [MatchdayParticipantView, MatchdayParticipantView]
  for (const one of [host, visitor]) await put(organiser, `${at}/participants/${one.id}`, { state: 'admitted' })
  await put(high, `${at}/wishes/${visitor.id}`, { wish: 'meet', reason: '' })
  await put(pumps, `${at}/wishes/${host.id}`, { wish: 'must', reason: 'We build what your salt works need.' })
  await post(organiser.context, pages.origin, `${at}/plans`, {})
  await organiser.go(`/matchdays/${id}#meetings`)
  await organiser.page.getByRole('button', { name: 'Publish this timetable' }).press('Enter', patience)

  await ranked(world.system, buyer.organisationId, 'Fog cannons for the road', 1)
  await high.go(`/matchdays/${id}/agenda`)
  await high.page.getByText(/For the need “Fog cannons for the road”/).waitFor(patience)
  await high.page.getByText('We build what your salt works need.').waitFor(patience)
  await high.page.getByRole('button', { name: 'Subscribe' }).press('Enter')
  const address = await high.page.locator('code').textContent(patience)
  expect((await fetch(address ?? '')).status).toBe(200)
  await looksWellAs(high, 'agenda-own')
  await high.page.getByLabel('Send me an invitation by mail for each meeting').press('Space')
  await high.page.getByText('Invitations come by mail.').waitFor(patience)
  await looksWellOnPhone(buyer.look, `/matchdays/${id}/agenda`, 'agenda-own')

  await organiser.go(`/matchdays/${id}/agenda`)
  await organiser.page.getByText('Agendas were not printed yet.').waitFor(patience)
  await post(organiser.context, pages.origin, `${at}/prints`, {})
  const { items } = (await (await organiser.context.request.get(`${at}/meetings`)).json()) as {
    items: { id: string }[]
  }
  await put(organiser, `${at}/meetings/${items[0]?.id}/slot`, { slot: 6 })
  await organiser.page.getByRole('button', { name: 'Print what changed' }).waitFor(patience)
  await looksWellAs(organiser, 'agenda-organiser')
  for (const one of [organiser, high, pumps]) expect(one.complaints).toEqual([])
})
