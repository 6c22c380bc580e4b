import type { ResultView } from '@enlace/contracts'
import { passDeadline, passStandstill, sharedHouse } from '@enlace/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { looksWell, looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { makeKey, release } from '../../../web/src/testing/opening-key.ts'
import { openPages } from '../../../web/src/testing/pages.ts'
import type { Visit } from '../../../web/src/testing/visit.ts'
import { openHousePeople, type HousePeople, type Person } from './house-people.ts'
import { ClusterRun, firmNames, question } from './cluster-run.ts'

const pages = openPages(sharedHouse)
let world: HousePeople
beforeAll(async () => {
  world = openHousePeople(pages.house, pages.browser)
}, 240_000)
afterAll(async () => {
  await world?.close()
})

const patience = { timeout: 30_000 }

/** Looks at a page as it stands, and at the same as the same person has it on a phone. */
async function look(seen: Visit, person: Person | undefined, path: string, name: string): Promise<void> {
  if (person === undefined) throw new Error('nobody looks')
  await looksWellAs(seen, name)
  await looksWellOnPhone(person.look, path, name)
}

/** Goes from the challenge to its call, writes a bid and seals it in the firm's own browser, by keyboard. */
async function bid({ page, go }: Visit, path: string, answer: string, price: string): Promise<void> {
  await go(`${path}#firms`)
  await page.getByText('Open for bids').waitFor(patience)
  await page.getByRole('link', { name: 'To the call' }).press('Enter')
  await page.getByRole('link', { name: 'Write a bid' }).press('Enter')
  await page.getByLabel(question).fill(answer)
  await page.getByLabel('How do you meet the specification, point by point?').fill('Below 150 at 40 m.')
  await page.getByRole('button', { name: 'Next step' }).press('Enter')
  await page.getByLabel(/^Delivery time/).fill('Ten weeks; the price holds for ninety days.')
  await page.getByLabel('Price in all').fill(price)
  await page.getByRole('button', { name: 'Next step' }).press('Enter')
  await page.getByRole('button', { name: 'Hand in the bid' }).press('Enter')
  await page.getByText('The hash is the one of what this browser sent.').waitFor(patience)
}

/** Opens an envelope from two browsers, each of which sees what the other does. */
async function open(pair: readonly [Visit, Visit], envelope: string, isFirst: boolean, then: string): Promise<void> {
  const [one, other] = pair
  for (const { page } of pair) await page.getByText('0 of the 2 who are needed have released it').waitFor(patience)
  await release(one.page, envelope, isFirst)
  await other.page.getByText('1 of the 2 who are needed have released it').waitFor(patience)
  await release(other.page, envelope, isFirst)
  for (const { page } of pair) await page.getByText(then).waitFor(patience)
}

it('goes from a brief by a cluster’s sealed call, scored blind by three, to an award, debriefs to all and the pilot', async () => {
  const run = await ClusterRun.open(world, pages.origin)
  const { buyer, outside, panel, firms } = run.windows
  const { author, firms: people } = run.people
  const [winner, loser, third] = firms as [Visit, Visit, Visit]
  await run.formCluster()

  // (d, e) All have the same brief; bids are asked for once the last firm accepted the terms, which the buyer sees at once.
  await run.acceptTerms([winner, loser])
  await buyer.go(`${run.path}#firms`)
  await buyer.page.getByText('these firms accept the terms: Rocio Poniente').waitFor(patience)
  await look(buyer, author, `${run.path}#firms`, 'challenge-call-waits')
  await third.go(`${run.path}#firms`)
  await third.page.getByText('You are asked for a bid once you have accepted the terms.').waitFor(patience)
  await looksWell(third)
  await third.page.locator('main').getByRole('link', { name: 'Terms' }).last().press('Enter')
  await third.page.getByRole('button', { name: 'Accept these terms' }).press('Enter')
  await buyer.page.getByRole('link', { name: 'Ask for sealed bids' }).press('Enter', patience)

  // The call begins with the brief, and asks the cluster alone; three can open it and two must, one of them outside.
  await buyer.page.getByText(`Fog: ${firmNames[0]}, ${firmNames[1]}`).waitFor(patience)
  expect(await buyer.page.getByLabel('Title').inputValue()).toBe('Half the water')
  const form = new URL(buyer.page.url())
  await look(buyer, author, `${form.pathname}${form.search}`, 'call-for-cluster')
  await buyer.page.getByRole('button', { name: 'Save as a draft' }).press('Enter')
  await buyer.page.getByRole('link', { name: 'Challenge “Half the water”, cluster Fog' }).waitFor(patience)
  const callPath = new URL(buyer.page.url()).pathname
  run.callId = callPath.split('/').at(-1) ?? ''
  await makeKey(buyer)
  await makeKey(outside)
  const { sealing, access, threshold, openers } = await run.publish()
  expect([sealing, access, threshold, openers.length]).toEqual(['sealed', 'invited', 2, 3])

  // Three bids, each sealed where it was written; (f) a firm notes what helped it to grow.
  await run.propose()
  await bid(winner, run.path, 'Dry fog from nozzles of our own.', '90000')
  await bid(loser, run.path, 'Mist from towers, secret-of-bruma.', '120000')
  await bid(third, run.path, 'Salt that draws water, secret-of-rocio.', '110000')
  await loser.go(`${run.path}#firms`)
  await loser.page.getByLabel('Done').press('Space')
  await look(loser, people[1], `${run.path}#firms`, 'challenge-call-firm')
  await loser.go(callPath)
  await look(loser, people[1], callPath, 'call-of-cluster-firm')
  await buyer.go(`${run.path}#firms`)
  await buyer.page.getByText('Open for bids').waitFor(patience)
  await look(buyer, author, `${run.path}#firms`, 'challenge-call-open')

  // Each envelope opens when two released it, and is scored blind; the author moderates once every card is in.
  await passDeadline(pages.house, run.callId)
  const openingPair = [buyer, outside] as const
  for (const { go } of openingPair) await go(`${callPath}#opening`)
  const marks = { [firmNames[0]]: 9, [firmNames[1]]: 5, [firmNames[2]]: 4 }
  const scored = async (envelope: string): Promise<void> => {
    for (const judge of panel) {
      expect((await run.statusOf(buyer, 'GET', run.call('/moderation')))[0]).toBe(409)
      expect(await run.score(judge, marks)).toBe(0)
    }
    const bids = await run.bids()
    expect(bids.map(({ openings }) => openings.every(({ fault }) => fault === null))).toEqual([true, true, true])
    if (envelope === 'technical') {
      const bidId = bids.find(({ bidder }) => bidder.name === firmNames[2])?.id
      const body = { bidId, criterion: 'question', score: 6, reason: 'Salt was read in another language.' }
      await run.ask(buyer, 'PUT', run.call('/moderation'), body)
    }
    const ends = bids.map(({ id }) => ({ bidId: id, passed: true }))
    await run.ask(buyer, 'POST', run.call('/settle'), { envelope, bids: ends })
  }
  await open(openingPair, 'Technical', true, 'This envelope waits until the one before is scored and settled.')
  await scored('technical')
  await open(openingPair, 'Price', false, 'All envelopes are open.')
  await scored('price')

  // In the standstill every bidder is told; behind it, and not before, the award is carried over to the challenge.
  await run.award()
  expect((await run.statusOf(buyer, 'POST', run.call('/award/proposals'), {}))[0]).toBe(409)
  await buyer.go(`${callPath}#decision`)
  await buyer.page.getByText('Standstill').first().waitFor(patience)
  expect(await buyer.page.getByRole('heading', { name: 'What follows in the challenge' }).count()).toBe(0)
  await passStandstill(pages.house, run.callId)
  await buyer.go(callPath)
  await buyer.page.getByRole('heading', { name: 'What follows in the challenge' }).waitFor(patience)
  await look(buyer, author, callPath, 'call-carry')
  await buyer.page.getByRole('button', { name: 'Carry over to the challenge' }).press('Enter')
  await buyer.page.getByText(/^Carried over on/).waitFor(patience)
  await buyer.page.getByRole('button', { name: 'Close the call' }).press('Enter')
  await buyer.page.getByText('Closed. Everyone who bid was told why.').waitFor(patience)
  await buyer.page.getByRole('link', { name: 'Proposals by stage' }).press('Enter')
  const board = buyer.page.getByRole('region', { name: 'Proposals by stage' })
  await board.getByRole('listitem', { name: 'Pilot' }).getByText(firmNames[0]).waitFor(patience)
  for (const name of firmNames.slice(1))
    await board.getByRole('listitem', { name: 'Stopped' }).getByText(name).waitFor(patience)
  await looksWell(buyer)

  // Who lost reads why, of its own bid and nobody else's.
  for (const [at, firm] of firms.entries()) {
    const own = firmNames[at] ?? ''
    const { debrief } = await run.ask<ResultView>(firm, 'GET', run.call('/result'))
    expect(debrief).toMatchObject({
      won: at === 0,
      numbers: { bids: 3 },
      improvement: { text: `${own}: try it in wind.` },
    })
    const rest = await Promise.all(
      [run.call(), run.at('/candidates'), '/api/proposals'].map((path) => run.statusOf(firm, 'GET', path)),
    )
    const read = JSON.stringify([debrief, rest])
    expect(read).toContain(own)
    for (const other of firmNames.filter((name) => name !== own)) expect(read).not.toContain(other)
    expect(read).not.toContain('secret-of')
  }
  await loser.go(`${callPath}#result`)
  await loser.page.getByText('Bruma Poniente: try it in wind.').waitFor(patience)
  await look(loser, people[1], `${callPath}#result`, 'call-of-cluster-debrief')
  await loser.go('/proposals')
  await loser.page.getByRole('link', { name: 'Fog cannons' }).press('Enter')
  await loser.page.getByText(/weighed against the wind of our pit/).waitFor(patience)
  await looksWell(loser)
  await run.close()
}, 400_000)
