import type {
  CallView,
  OpenedBid,
  Output,
  readSession,
  ResultView,
  Scorecard,
  SeatView,
  TermsView,
} from '@enlace/contracts'
import { blankProposal, templateTexts, usualStageDays } from '@enlace/domain'
import { newOpenerKey } from '@enlace/sealing'
import { passDeadline, passStandstill, sharedHouse, takePicture } from '@enlace/testing'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { looksWell } from '../../../web/src/testing/looks-well.ts'
import { openPages } from '../../../web/src/testing/pages.ts'
import type { Visit } from '../../../web/src/testing/visit.ts'
import { openChallengeWorld, type ChallengeWorld, type Person } from './challenge-world.ts'

const pages = openPages(sharedHouse)
let world: ChallengeWorld
beforeAll(async () => {
  world = openChallengeWorld(pages.house, pages.browser)
}, 240_000)
afterAll(async () => {
  await world?.close()
})

const patience = { timeout: 30_000 }
const passphrase = 'cobre lluvia ventana once'
const phone = { width: 360, theme: 'light', locale: 'es' } as const

async function ask<Body>({ context }: Visit, method: string, path: string, data?: object): Promise<Body> {
  const answer = await context.request.fetch(path, {
    method,
    headers: { origin: pages.origin },
    ...(data === undefined ? {} : { data }),
  })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as Body
}
const emailOf = async (seen: Visit): Promise<string> =>
  (await ask<Output<typeof readSession>>(seen, 'GET', '/api/session')).person?.email ?? ''

/** Looks at a page as it stands, and at the same on a phone in the other language. */
async function look(seen: Visit, person: Person, path: string, name: string): Promise<void> {
  await takePicture(seen.page, name, { fullPage: true })
  await looksWell(seen)
  const other = await person.look(phone)
  await other.go(path)
  await takePicture(other.page, `${name}-360-es`, { fullPage: true })
  await looksWell(other)
  await other.context.close()
}

async function makeKey({ page, go }: Visit): Promise<void> {
  await go('/account/opening-key')
  await page.getByLabel('Passphrase*', { exact: true }).fill(passphrase)
  await page.getByLabel('The passphrase once more*', { exact: true }).fill(passphrase)
  await page.getByRole('button', { name: 'Make the key' }).press('Enter')
  await page.getByText('Unlocked', { exact: true }).first().waitFor(patience)
}

/** Releases what is due; the first time with the passphrase, which the page then knows. */
async function release(page: Page, envelope: string, first: boolean): Promise<void> {
  if (first) {
    await page.getByLabel('Passphrase').focus()
    await page.keyboard.type(passphrase)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: `Release: ${envelope}` }).press('Enter', patience)
}

/** Writes a bid and seals it in the firm's own browser, by keyboard. */
async function bid({ page, go }: Visit, path: string, answer: string, price: string): Promise<void> {
  await go(`${path}#firms`)
  await page.getByText('Open for bids').waitFor(patience)
  await page.getByRole('link', { name: 'To the call' }).press('Enter')
  await page.getByRole('link', { name: 'Write a bid' }).press('Enter')
  await page.getByLabel('How can dust be kept down with half the water?').fill(answer)
  await page.getByLabel('How do you meet the specification, point by point?').fill('Below 150 at 40 m.')
  await page.getByRole('button', { name: 'Next step' }).press('Enter')
  await page.getByLabel(/^Delivery time/).fill('Ten weeks; the price holds for ninety days.')
  await page.getByLabel('Price in all').fill(price)
  await page.getByRole('button', { name: 'Next step' }).press('Enter')
  await page.getByRole('button', { name: 'Hand in the bid' }).press('Enter')
  await page.getByText('The hash is the one of what this browser sent.').waitFor(patience)
}

it('goes from a brief by a cluster’s sealed call, scored blind by three, to an award, debriefs to all and the pilot', async () => {
  const mine = await world.organisation('buyer', 'Mina Poniente')
  const [author, owner] = [await world.person(mine, 'buyer'), await world.person(mine, 'owner')]
  const judges = [
    await world.person(mine, 'assessor'),
    await world.person(mine, 'assessor'),
    await world.person(mine, 'assessor'),
  ]
  const agency = await world.person(await world.organisation('agency', 'Agencia Poniente'), 'owner')
  const names = ['Niebla Poniente', 'Bruma Poniente', 'Rocio Poniente'] as const
  const people: Person[] = []
  for (const name of names) people.push(await world.person(await world.organisation('supplier', name), 'owner'))
  const [buyer, approver, outside, panel, firms] = await Promise.all([
    author.look(),
    owner.look(),
    agency.look(),
    Promise.all(judges.map((one) => one.look())),
    Promise.all(people.map((one) => one.look())),
  ])
  const [winner, loser, third] = firms as [Visit, Visit, Visit]

  // (a) The brief before the board, (b) two views of each firm, (c) the cluster, (f) what helps a firm to grow.
  const { id: needId } = await ask<{ id: string }>(buyer, 'POST', '/api/needs', {
    kind: 'challenge',
    title: 'Half the water',
    text: 'Less water on haul roads.',
  })
  const [path, at] = [`/challenges/${needId}`, `/api/challenges/${needId}`]
  const content = {
    theme: 'water',
    baseline: 'Haul roads take 1,200 m3 of water a day.',
    question: 'How can dust be kept down with half the water?',
    specification: 'PM10 stays below 150 micrograms at 50 m from the road.',
    measures: [{ aspect: 'safety', text: 'Injuries', unit: 'a year', baseline: 4, target: 0 }],
    stageDays: usualStageDays,
  }
  await ask(buyer, 'PUT', `${at}/brief`, { content, quorum: 1, revision: 0 })
  await ask(buyer, 'POST', `${at}/screening`, { revision: 1 })
  await ask(approver, 'PUT', `${at}/vote`, { yes: true, reason: 'It pays.', version: 1 })
  await ask(buyer, 'POST', `/api/needs/${needId}/publish`, {})
  await ask(buyer, 'PUT', `${at}/reviewer`, { organisationId: agency.organisationId })
  for (const { organisationId } of people) {
    await ask(buyer, 'PUT', `${at}/candidates/${organisationId}`, {})
    for (const side of [buyer, outside])
      await ask(side, 'PUT', `${at}/candidates/${organisationId}/review`, { speed: 4, potential: 4, commitment: 5 })
  }
  await ask(buyer, 'POST', `${at}/clusters`, { name: 'Fog', supplierIds: people.map((one) => one.organisationId) })
  await ask(buyer, 'POST', `${at}/candidates/${people[1]?.organisationId}/actions`, {
    ...{ area: 'strategy', text: 'A plan for growth', consultant: 'Endeavour' },
    ...{ cost: { amountMinor: 1_000_000, currency: 'USD' }, buyerPercent: 70 },
  })
  await ask(buyer, 'PUT', `${at}/terms`, {
    template: 'shared',
    tier: 'organisation',
    language: 'en',
    sections: templateTexts('shared', 'en'),
    version: 0,
  })

  // (d, e) All have the same brief; a bid is asked for once the last of them accepted the terms, which the buyer sees at once.
  for (const firm of [winner, loser]) {
    const { current } = await ask<TermsView>(firm, 'GET', `${at}/terms`)
    await ask(firm, 'POST', `${at}/terms/acceptance`, { version: current?.version, stamp: current?.stamp })
  }
  await buyer.go(`${path}#firms`)
  await buyer.page.getByText('these firms accept the terms: Rocio Poniente').waitFor(patience)
  await look(buyer, author, `${path}#firms`, 'challenge-call-waits')
  await third.go(`${path}#firms`)
  await third.page.getByText('You are asked for a bid once you have accepted the terms.').waitFor(patience)
  await looksWell(third)
  await third.page
    .getByRole('tabpanel')
    .or(third.page.locator('main'))
    .getByRole('link', { name: 'Terms' })
    .last()
    .press('Enter')
  await third.page.getByRole('button', { name: 'Accept these terms' }).press('Enter')
  await buyer.page.getByRole('link', { name: 'Ask for sealed bids' }).press('Enter', patience)

  // The call begins with the brief, and asks the cluster alone.
  await buyer.page.getByText(`Fog: ${names[0]}, ${names[1]}`).waitFor(patience)
  expect(await buyer.page.getByLabel('Title').inputValue()).toBe('Half the water')
  const form = new URL(buyer.page.url())
  await look(buyer, author, `${form.pathname}${form.search}`, 'call-for-cluster')
  await buyer.page.getByRole('button', { name: 'Save as a draft' }).press('Enter')
  await buyer.page.getByRole('link', { name: 'Half the water · Fog' }).waitFor(patience)
  const id = new URL(buyer.page.url()).pathname.split('/').at(-1) ?? ''
  const call = (rest = ''): string => `/api/calls/${id}${rest}`

  // Two of three open it, one of them outside; three score, and another approves.
  await makeKey(buyer)
  await makeKey(outside)
  const { key } = await newOpenerKey(passphrase, 600_000)
  await ask(approver, 'POST', '/api/opener-keys', { publicKey: key.publicKey })
  const seats = [
    ['approver', approver],
    ['opener', buyer],
    ['opener', approver],
    ['opener', outside],
    ...panel.map((one) => ['evaluator', one] as const),
  ] as const
  let seated: readonly SeatView[] = []
  for (const [seat, who] of seats)
    ({ items: seated } = await ask<{ items: SeatView[] }>(buyer, 'POST', call('/seats'), {
      seat,
      email: await emailOf(who),
    }))
  await ask(outside, 'POST', call(`/seats/${seated.find((one) => one.acceptedAt === null)?.id}/accept`), {})
  const published = await ask<CallView>(approver, 'POST', call('/publish'), {})
  expect([published.sealing, published.access, published.threshold, published.openers.length]).toEqual([
    'sealed',
    'invited',
    2,
    3,
  ])

  // Full proposals, by stages; and three bids, each sealed where it was written.
  for (const firm of firms) {
    const said = {
      ...blankProposal,
      title: 'Fog cannons',
      summary: 'Fog.',
      approach: 'Nozzles.',
      benefitText: 'Half the water.',
    }
    const { id: proposal } = await ask<{ id: string }>(firm, 'POST', `${at}/proposals`, said)
    for (const [who, act, stage] of [
      [firm, 'hand-in', 'screening'],
      [buyer, 'advance', 'screening'],
      [firm, 'hand-in', 'proposal'],
    ] as const)
      await ask(who, 'POST', `/api/proposals/${proposal}/moves`, { act, stage })
  }
  for (const [firm, answer, price] of [
    [winner, 'Dry fog from nozzles of our own.', '90000'],
    [loser, 'Mist from towers, secret-of-bruma.', '120000'],
    [third, 'Salt that draws water, secret-of-rocio.', '110000'],
  ] as const)
    await bid(firm, path, answer, price)
  await loser.go(`${path}#firms`)
  await loser.page.getByLabel('Done').check()
  await look(loser, people[1] as Person, `${path}#firms`, 'challenge-call-firm')
  await loser.go(`/calls/${id}`)
  await look(loser, people[1] as Person, `/calls/${id}`, 'call-of-cluster-firm')
  await buyer.go(`${path}#firms`)
  await buyer.page.getByText('Open for bids').waitFor(patience)
  await look(buyer, author, `${path}#firms`, 'challenge-call-open')

  // Each envelope opens when two released it, which both see; the panel scores it blind, and the author moderates.
  await passDeadline(pages.house, id)
  const judge = async (envelope: 'technical' | 'price', marks: Readonly<Record<string, number>>): Promise<void> => {
    const { items } = await ask<{ items: OpenedBid[] }>(buyer, 'GET', call('/bids'))
    expect(items.length).toBe(3)
    for (const one of panel) {
      expect((await buyer.context.request.get(call('/moderation'))).status()).toBe(409)
      const { criteria, bids } = await ask<Scorecard>(one, 'POST', call('/scorecard/declaration'), { conflicts: [] })
      for (const { id: bidId, bidder, scores } of bids) {
        expect(scores).toEqual([])
        for (const { key: criterion } of criteria)
          await ask(one, 'PUT', call('/scorecard/scores'), {
            bidId,
            criterion,
            score: marks[bidder] ?? 0,
            comment: 'So it is.',
          })
      }
      await ask(one, 'POST', call('/scorecard/submit'), {})
    }
    if (envelope === 'technical') {
      const [bidId] = items.filter(({ bidder }) => bidder.name === names[2]).map((one) => one.id)
      await ask(buyer, 'PUT', call('/moderation'), {
        bidId,
        criterion: 'question',
        score: 6,
        reason: 'Salt was read twice.',
      })
    }
    await ask(buyer, 'POST', call('/settle'), { envelope, bids: items.map((one) => ({ bidId: one.id, passed: true })) })
  }
  for (const { go } of [buyer, outside]) await go(`/calls/${id}#opening`)
  for (const [envelope, name] of [
    ['technical', 'Technical'],
    ['price', 'Price'],
  ] as const) {
    for (const { page } of [buyer, outside])
      await page.getByText('0 of the 2 who are needed have released it').first().waitFor(patience)
    await release(buyer.page, name, envelope === 'technical')
    await outside.page.getByText('1 of the 2 who are needed have released it').first().waitFor(patience)
    await release(outside.page, name, envelope === 'technical')
    for (const { page } of [buyer, outside])
      await page
        .getByText('0 of the 2 who are needed')
        .or(page.getByText('All envelopes are open.'))
        .first()
        .waitFor(patience)
    await judge(envelope, { [names[0]]: 9, [names[1]]: 5, [names[2]]: 5 })
  }

  // Awarded by one and approved by another; in the standstill every bidder is told, and behind it the challenge goes on.
  const { items: bids } = await ask<{ items: OpenedBid[] }>(buyer, 'GET', call('/bids'))
  const won = bids.find(({ bidder }) => bidder.name === names[0])
  await ask(buyer, 'POST', call('/award'), { bidId: won?.id, reason: 'The best answer for the price.' })
  await ask(approver, 'POST', call('/award/approve'), { approved: true })
  for (const { id: bidId, bidder } of bids)
    await ask(buyer, 'POST', call('/debriefs'), {
      ...{ bidId, reasons: `What ${bidder.name} showed was weighed against the wind of our pit.` },
      improvement: { kind: 'gap', text: `${bidder.name}: try it in wind.` },
    })
  expect(
    (
      await buyer.context.request.post(call('/award/proposals'), { data: {}, headers: { origin: pages.origin } })
    ).status(),
  ).toBe(409)
  await passStandstill(pages.house, id)
  await buyer.go(`/calls/${id}#decision`)
  await buyer.page.getByRole('heading', { name: 'What follows in the challenge' }).waitFor(patience)
  await look(buyer, author, `/calls/${id}#decision`, 'call-carry')
  await buyer.page.getByRole('button', { name: 'Carry over to the challenge' }).press('Enter')
  await buyer.page.getByText(/^Carried over on/).waitFor(patience)
  await buyer.page.getByRole('button', { name: 'Close the call' }).press('Enter')
  await buyer.page.getByText('Closed. Everyone who bid was told why.').waitFor(patience)
  await buyer.page.getByRole('link', { name: 'Proposals by stage' }).press('Enter')
  const board = buyer.page.getByRole('region', { name: 'Proposals by stage' })
  await board.getByRole('listitem', { name: 'Pilot' }).getByText(names[0]).waitFor(patience)
  for (const name of names.slice(1)) await board.getByRole('listitem', { name: 'Stopped' }).getByText(name).waitFor()
  await looksWell(buyer)

  // Who lost reads why, of its own bid and nobody else's.
  for (const [seat, firm] of firms.entries()) {
    const { debrief } = await ask<ResultView>(firm, 'GET', call('/result'))
    expect([debrief?.won, debrief?.numbers.bids, debrief?.improvement.text]).toEqual([
      seat === 0,
      3,
      `${names[seat]}: try it in wind.`,
    ])
    const read = JSON.stringify([debrief, await ask(firm, 'GET', call()), await ask(firm, 'GET', `${at}/candidates`)])
    for (const other of names.filter((name) => name !== names[seat])) expect(read).not.toContain(other)
    expect(read).not.toContain('secret-of')
  }
  await loser.go(`/calls/${id}#result`)
  await loser.page.getByText('Bruma Poniente: try it in wind.').waitFor(patience)
  await look(loser, people[1] as Person, `/calls/${id}#result`, 'call-of-cluster-debrief')
  await loser.go('/proposals')
  await loser.page.getByRole('link', { name: 'Fog cannons' }).press('Enter')
  await loser.page.getByText(/weighed against the wind of our pit/).waitFor(patience)
  await looksWell(loser)
  await Promise.all([buyer, approver, outside, ...panel, ...firms].map(({ context }) => context.close()))
}, 400_000)
