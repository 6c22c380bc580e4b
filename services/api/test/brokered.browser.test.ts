import { expect, it } from 'vitest'
import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { send as sendAs } from '../../../web/src/testing/post.ts'
import type { Visit } from '../../../web/src/testing/visit.ts'
import { brief } from './tenancy-challenge-asks.ts'
import { openWorld } from './open-world.ts'

const { pages, world } = openWorld()

const send = <Body>({ context }: Visit, method: 'post' | 'put', path: string, data: object): Promise<Body> =>
  sendAs<Body>(method, context, pages.origin, path, data)

it('goes from an agency that asks two buyers to the interest of one in what a supplier proposes', async () => {
  const broker = await world.organisation('agency', 'Agencia Puna')
  const facilitator = await world.person(broker, 'facilitator')
  const colleague = await world.person(broker, 'owner')
  const [one, two] = [
    await world.organisation('buyer', 'Minera Quilla'),
    await world.organisation('buyer', 'Minera Wara'),
  ]
  const buyer = await world.person(one, 'buyer')
  const other = await world.person(two, 'buyer')
  const firm = await world.person(await world.organisation('supplier', 'Polvo Cero'), 'bidder')

  // The agency opens it, as a draft that its board approves.
  const agency = await facilitator.look()
  await agency.go('/challenges')
  await agency.page.getByRole('link', { name: 'Post a challenge' }).first().press('Enter')
  await agency.page.getByRole('textbox', { name: 'Title', exact: true }).fill('Dust of three mines')
  await agency.page.getByRole('textbox', { name: 'What you need', exact: true }).fill('Haul roads take too much water.')
  expect(await agency.page.getByRole('button', { name: 'Publish' }).count()).toBe(0)
  await agency.page.getByRole('button', { name: 'Save as a draft' }).press('Enter')
  await agency.page.getByRole('heading', { name: 'Dust of three mines' }).waitFor()
  const path = new URL(agency.page.url()).pathname
  const api = `/api${path}`
  await send(agency, 'put', `${api}/brief`, {
    content: { ...brief, baseline: 'Roads take 1,200 m3 a day.' },
    quorum: 1,
    revision: 0,
  })
  await send(agency, 'post', `${api}/screening`, { revision: 1 })
  const voter = await colleague.look()
  await send(voter, 'put', `${api}/vote`, { yes: true, reason: 'It helps all of them.', version: 1 })
  await voter.context.close()

  // It asks two buyers.
  await agency.go(`${path}#buyers`)
  for (const name of ['Minera Quilla', 'Minera Wara']) {
    await agency.page.getByRole('combobox', { name: 'Buyer', exact: true }).fill(name)
    await agency.page.getByRole('option', { name }).click()
    await agency.page.getByRole('button', { name: 'Ask to join' }).press('Enter')
    await agency.page.getByRole('list', { name: 'Whom you asked' }).getByText(name).waitFor()
  }
  await agency.page.getByRole('button', { name: 'Publish' }).press('Enter')
  await agency.page.getByText('No buyer yet').waitFor()
  agency.complaints.length = 0

  // One joins with a part of its own, unnamed; the other declines.
  const quilla = await buyer.look()
  await quilla.go('/challenges')
  await quilla.page.getByRole('link', { name: 'Dust of three mines' }).press('Enter')
  await quilla.page.getByRole('link', { name: /^Buyers/ }).press('Enter')
  await quilla.page.getByRole('textbox', { name: 'How things stand', exact: true }).fill('Our roads take 500 m3 a day.')
  await quilla.page.getByRole('textbox', { name: 'Sites', exact: true }).fill('2')
  await quilla.page.getByRole('textbox', { name: 'Budget that you pledge', exact: true }).fill('250000')
  await looksWellAs(quilla, 'brokered-join')
  await looksWellOnPhone(buyer.look, `${path}#buyers`, 'brokered-join')
  await quilla.page.getByRole('button', { name: 'Join' }).press('Enter')
  await quilla.page.getByText('You go by “Buyer 1”.').waitFor()
  await looksWellAs(quilla, 'brokered-part')
  const wara = await other.look()
  await wara.go(`${path}#buyers`)
  expect(await wara.page.getByText('500 m3').count()).toBe(0)
  await wara.page.getByRole('button', { name: 'Decline' }).press('Enter')
  await wara.page.getByRole('dialog').getByRole('button', { name: 'Decline' }).press('Enter')
  await wara.page.getByText('You take no part.').waitFor()

  // The agency reads who answered and not what it brings, and publishes.
  await agency.page.getByText('It keeps its part to itself.').waitFor()
  expect(await agency.page.getByText('500 m3').count()).toBe(0)
  await looksWellAs(agency, 'brokered-buyers')
  await looksWellOnPhone(facilitator.look, `${path}#buyers`, 'brokered-buyers')
  await agency.page.getByRole('button', { name: 'Publish' }).press('Enter')
  await agency.page.getByText('Published').first().waitFor()
  // The buyer's page, which is open still, follows.
  await quilla.page.getByText('Published').first().waitFor()

  // The supplier sees one challenge, with no buyer's name, and proposes.
  const bidder = await firm.look()
  await bidder.go(`${path}#buyers`)
  await bidder.page.getByText('One buyer takes part.').waitFor()
  expect(await bidder.page.getByText(/Quilla|Wara/).count()).toBe(0)
  await looksWellAs(bidder, 'brokered-supplier')
  await looksWellOnPhone(firm.look, `${path}#buyers`, 'brokered-supplier')
  await bidder.page.getByRole('button', { name: 'Propose' }).press('Enter')
  await bidder.page.getByRole('textbox', { name: 'Title', exact: true }).fill('Fog cannons')
  await bidder.page.getByRole('textbox', { name: 'In a few sentences', exact: true }).fill('Fog instead of water.')
  await bidder.page.getByRole('button', { name: 'Hand in' }).press('Enter')
  await bidder.page.getByText('14 days to decide').first().waitFor()

  // The agency screens; the buyer decides for itself.
  await agency.go(`${path}#proposals`)
  await agency.page.getByRole('button', { name: 'Take on: Polvo Cero' }).waitFor()
  await quilla.go(`${path}#proposals`)
  await quilla.page.getByText('Fog cannons').waitFor()
  expect(await quilla.page.getByRole('button', { name: 'Take on: Polvo Cero' }).count()).toBe(0)
  // What comes after the proposal is between one buyer and the firm.
  expect(await quilla.page.getByRole('listitem', { name: 'Pilot' }).count()).toBe(0)
  await looksWellAs(quilla, 'brokered-proposals')
  await quilla.page.getByRole('link', { name: 'Fog cannons' }).press('Enter')
  await quilla.page.getByRole('button', { name: 'We are interested' }).press('Enter')
  await quilla.page.getByText('A linkage with the firm begins').waitFor()
  await looksWellAs(quilla, 'brokered-answer')
  const proposal = new URL(quilla.page.url()).pathname
  await looksWellOnPhone(buyer.look, proposal, 'brokered-answer')

  // The firm reads which buyer by its number, in the answer and in the log; a linkage begins.
  await bidder.go(proposal)
  await bidder.page.getByText('Buyer 1').waitFor()
  await looksWellAs(bidder, 'brokered-answers')
  await looksWellOnPhone(firm.look, proposal, 'brokered-answers')
  await bidder.go(`${proposal}#reads`)
  await bidder.page.getByRole('cell', { name: 'Buyer 1' }).first().waitFor()
  await looksWellAs(bidder, 'brokered-reads')
  await agency.go(proposal)
  await agency.page.getByRole('heading', { name: 'Fog cannons' }).waitFor()
  expect(await agency.page.getByText('Buyer 1').count()).toBe(0)
  await quilla.go('/linkages')
  await quilla.page.getByText('Polvo Cero').first().waitFor()
  await Promise.all([agency, quilla, wara, bidder].map(({ context }) => context.close()))
}, 400_000)
