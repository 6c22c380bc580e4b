import type { listCandidates, Output, postNeed } from '@enlace/contracts'
import { expect, it } from 'vitest'
import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { send as sendAs } from '../../../web/src/testing/post.ts'
import type { Visit } from '../../../web/src/testing/visit.ts'
import type { Person } from './house-people.ts'
import { openWorld } from './open-world.ts'

const { pages, world } = openWorld()

const send = <Body>({ context }: Visit, method: 'post' | 'put', path: string, data: object): Promise<Body> =>
  sendAs<Body>(method, context, pages.origin, path, data)

it('goes from a brief to a contract with three firms, each of which sees who read its proposal and none another', async () => {
  const mine = await world.organisation('buyer', 'Mina Norte')
  const author = await world.person(mine, 'buyer')
  const colleague = await world.person(mine, 'owner')
  const agency = await world.person(await world.organisation('agency', 'Agencia Andes'), 'owner')
  const firms: Person[] = []
  for (const name of ['Niebla Ltda', 'Bruma SA', 'Rocio SpA'])
    firms.push(await world.person(await world.organisation('supplier', name), 'owner'))
  const [first, second, third] = firms as [Person, Person, Person]

  // (a) The brief, reckoned and screened.
  const writer = await author.look()
  const posted: Output<typeof postNeed> = await send(writer, 'post', '/api/needs', {
    kind: 'challenge',
    title: 'Half the water on haul roads',
    text: 'Haul roads take 1,200 m3 of water a day to keep dust down.',
  })
  const path = `/challenges/${posted.id}`
  await writer.go('/challenges')
  await writer.page.getByRole('link', { name: posted.title }).press('Enter')
  await writer.page.getByRole('button', { name: 'Write the brief' }).press('Enter')
  await writer.page.getByRole('combobox', { name: 'Theme', exact: true }).selectOption('water')
  await writer.page
    .getByRole('textbox', { name: 'How things stand', exact: true })
    .fill('Haul roads take 1,200 m3 of water a day.')
  await writer.page
    .getByRole('textbox', { name: 'The question', exact: true })
    .fill('How can dust be kept down with half the water?')
  await writer.page.getByRole('checkbox', { name: 'It can be reckoned in money' }).press('Space')
  for (const [year, flow] of ['-1000', '500', '500'].entries())
    await writer.page.getByRole('textbox', { name: `Year ${year}`, exact: true }).fill(flow)
  await writer.page.getByText('-USD 132.23').or(writer.page.getByText('USD -132.23')).first().waitFor()
  await writer.page.getByRole('button', { name: 'Add a year' }).press('Enter')
  await writer.page.getByRole('textbox', { name: 'Year 3', exact: true }).fill('500')
  await writer.page
    .getByText(/243\.43/)
    .first()
    .waitFor()
  await writer.page
    .getByRole('textbox', { name: 'What the figures rest on', exact: true })
    .fill('Water at 2.1 USD a cubic metre.')
  await writer.page.getByRole('textbox', { name: 'Votes that decide', exact: true }).fill('1')
  await looksWellAs(writer, 'challenge-brief-editor')
  await writer.page.getByRole('button', { name: 'Save' }).press('Enter')
  await writer.page.getByRole('button', { name: 'Lay before the board' }).press('Enter')
  await writer.page.getByText('Before the board').waitFor()
  const voter = await colleague.look()
  await voter.go(`${path}#board`)
  await voter.page.getByRole('button', { name: 'Vote yes' }).press('Enter')
  await voter.page.getByText('Write a reason.').waitFor()
  await voter.page.getByRole('textbox', { name: 'Your reason', exact: true }).fill('It pays in three years.')
  await looksWellAs(voter, 'challenge-board')
  await voter.page.getByRole('button', { name: 'Vote yes' }).press('Enter')
  await voter.page.getByText('Board said yes').waitFor()
  await writer.page.getByRole('button', { name: 'Publish' }).press('Enter')
  await writer.page.getByText('Published').first().waitFor()

  // (b) Prescreened from two sides, blind to each other; (c) a cluster of three.
  for (const firm of firms)
    await send(writer, 'put', `/api/challenges/${posted.id}/candidates/${firm.organisationId}`, {})
  await writer.go(`${path}#firms`)
  await writer.page.getByRole('combobox', { name: 'Reviewer', exact: true }).selectOption({ label: 'Agencia Andes' })
  await writer.page.getByRole('button', { name: 'Ask' }).press('Enter')
  await writer.page.getByText('Agencia Andes reviews the firms too').waitFor()
  const reviewer = await agency.look()
  await reviewer.go(`${path}#firms`)
  const review = async ({ page }: Visit, name: string): Promise<void> => {
    await page.getByRole('button', { name: `Review: ${name}` }).press('Enter')
    const form = page.getByRole('form', { name: `Review ${name}` })
    await form.getByRole('combobox', { name: 'Speed', exact: true }).selectOption('5')
    await form.getByRole('button', { name: 'Save' }).press('Enter')
    await page.getByText(`Your view of ${name} is kept.`).waitFor()
  }
  await review(writer, 'Niebla Ltda')
  await reviewer.page.getByText('hidden until both are in').first().waitFor()
  await review(reviewer, 'Niebla Ltda')
  for (const { organisationId } of [second, third])
    for (const side of [writer, reviewer])
      await send(side, 'put', `/api/challenges/${posted.id}/candidates/${organisationId}/review`, {
        speed: 3,
        potential: 4,
        commitment: 5,
      })
  await writer.go(`${path}#firms`)
  for (const name of ['Niebla Ltda', 'Bruma SA', 'Rocio SpA'])
    await writer.page.getByRole('checkbox', { name: `Put ${name} into the cluster` }).press('Space')
  await writer.page.getByRole('textbox', { name: 'Name of the cluster', exact: true }).fill('Fog')
  await writer.page.getByRole('button', { name: 'Form the cluster' }).press('Enter')
  await writer.page.getByText('Every firm of it has the brief').waitFor()
  // (f) Helped to grow.
  await writer.page.getByRole('button', { name: 'Help it grow: Niebla Ltda' }).press('Enter')
  await writer.page
    .getByRole('textbox', { name: 'What is done', exact: true })
    .fill('A plan for the growth of the firm')
  // What one writes stays while another changes the same challenge, and that change is seen.
  const late = await world.organisation('supplier', 'Garua Ltda')
  await send(voter, 'put', `/api/challenges/${posted.id}/candidates/${late}`, {})
  await writer.page.getByText('Garua Ltda').first().waitFor()
  await writer.page.getByRole('textbox', { name: 'Cost', exact: true }).fill('10000')
  await writer.page.getByRole('button', { name: 'Save' }).press('Enter')
  await writer.page.getByText('buyer USD 7,000, firm USD 3,000').waitFor()
  await looksWellAs(writer, 'challenge-firms')
  await looksWellOnPhone(author.look, `${path}#firms`, 'challenge-firms')

  // Terms in one's own words, what was known before, and a confidential part that opens by accepting.
  await writer.go(`${path}#terms`)
  await writer.page.getByRole('button', { name: 'Write the terms' }).press('Enter')
  await writer.page.getByRole('radio', { name: /^Shared/ }).press('Space')
  const ownership = writer.page.getByRole('textbox', { name: 'To whom it belongs', exact: true })
  await ownership.fill('What is developed here belongs to both sides, two thirds to the firm.')
  await looksWellAs(writer, 'challenge-terms-editor')
  await writer.page.getByRole('button', { name: 'Put in force' }).press('Enter')
  await writer.page.getByText('Version 1').waitFor()
  await writer.page.getByRole('textbox', { name: 'Text', exact: true }).fill('The pit is 900 m deep.')
  await writer.page.getByRole('button', { name: 'Save' }).press('Enter')
  await writer.page.getByRole('textbox', { name: 'What it is about', exact: true }).fill('Fog')
  await writer.page.getByRole('textbox', { name: 'What you know already', exact: true }).fill('We tried fog in 2019.')
  await writer.page.getByRole('button', { name: 'Deposit' }).press('Enter')
  await writer.page.getByRole('button', { name: 'Reveal Fog' }).press('Enter')
  await writer.page.getByText('The stamp is right').waitFor()
  const reader = await first.look()
  await reader.go(`${path}#terms`)
  expect(await reader.page.getByText('The pit is 900 m deep.').count()).toBe(0)
  await reader.page.getByRole('combobox', { name: 'Compare with', exact: true }).selectOption({ label: 'The template' })
  await reader.page.locator('ins', { hasText: 'two thirds' }).waitFor()
  await looksWellAs(reader, 'challenge-terms')
  await reader.page.getByRole('button', { name: 'Accept these terms' }).press('Enter')
  await reader.page.getByText('The pit is 900 m deep.').waitFor()
  await reader.page.getByText('The stamp is right').waitFor()
  await reader.context.close()
  await looksWellOnPhone(second.look, `${path}#terms`, 'challenge-terms')

  // (d, e) Each firm has the same brief and its own row alone.
  const stamps: string[] = []
  for (const firm of firms) {
    const { context, go, page } = await firm.look()
    await go(path)
    stamps.push((await page.locator('code').first().textContent()) ?? '')
    const { items }: Output<typeof listCandidates> = await (
      await context.request.get(`/api/challenges/${posted.id}/candidates`)
    ).json()
    expect(items.map(({ supplier }) => supplier.id)).toEqual([firm.organisationId])
    await context.close()
  }
  expect(new Set(stamps).size).toBe(1)

  // Proposals, by stages, under the buyer's clock.
  const bidder = await first.look()
  await bidder.go(path)
  await looksWellAs(bidder, 'challenge-brief')
  await bidder.page.getByRole('button', { name: 'Propose' }).press('Enter')
  await bidder.page.getByRole('textbox', { name: 'Title', exact: true }).fill('Fog cannons')
  await bidder.page.getByRole('button', { name: 'Hand in' }).press('Enter')
  await bidder.page.getByText('The proposal says too little').waitFor()
  // The browser notes the refusal that was asked for.
  bidder.complaints.length = 0
  await bidder.page
    .getByRole('textbox', { name: 'In a few sentences', exact: true })
    .fill('Fog instead of water, from nozzles of our own.')
  await looksWellAs(bidder, 'proposal-form')
  await bidder.page.getByRole('button', { name: 'Hand in' }).press('Enter')
  await bidder.page.getByText('14 days to decide').first().waitFor()
  for (const [firm, title] of [
    [second, 'Mist'],
    [third, 'Salt'],
  ] as const) {
    const seen = await firm.look()
    const { id } = await send<{ id: string }>(seen, 'post', `/api/challenges/${posted.id}/proposals`, {
      title,
      summary: 'In short.',
    })
    await send(seen, 'post', `/api/proposals/${id}/moves`, { act: 'hand-in', stage: 'screening' })
    await seen.context.close()
  }
  await writer.go(`${path}#proposals`)
  const board = writer.page.getByRole('region', { name: 'Proposals by stage' })
  await board.getByText('Fog cannons').waitFor()
  await writer.page.getByRole('button', { name: 'Take on: Niebla Ltda' }).press('Enter')
  await board.getByRole('listitem', { name: 'Full proposal' }).getByText('Fog cannons').waitFor()
  await writer.page.getByRole('button', { name: 'Stop: Bruma SA' }).press('Enter')
  const dialog = writer.page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Stop' }).press('Enter')
  await dialog.getByText('Write a reason.').waitFor()
  await dialog.getByRole('textbox', { name: 'Reason', exact: true }).fill('Mist blows away in the wind of our pit.')
  await dialog.getByRole('button', { name: 'Stop' }).press('Enter')
  await board.getByRole('listitem', { name: 'Stopped' }).getByText('Mist').waitFor()
  await looksWellAs(writer, 'challenge-proposals')
  await looksWellOnPhone(author.look, `${path}#proposals`, 'challenge-proposals')

  // Each sees who read its own.
  const proposal = new URL(bidder.page.url()).pathname
  await bidder.go(`${proposal}#reads`)
  await bidder.page.getByRole('cell', { name: 'Mina Norte' }).first().waitFor()
  await looksWellAs(bidder, 'proposal-reads')
  await looksWellOnPhone(first.look, `${proposal}#reads`, 'proposal-reads')
  await looksWellOnPhone(first.look, '/proposals', 'proposals')
  await bidder.go(`${proposal}#team`)
  await looksWellAs(bidder, 'proposal-team')
  await bidder.go(`${proposal}#milestones`)
  await looksWellAs(bidder, 'proposal-milestones')
  await writer.go('/challenges/portfolio')
  await writer.page
    .getByRole('region', { name: /^Projects by theme/ })
    .getByRole('link')
    .first()
    .waitFor()
  await looksWellAs(writer, 'challenge-portfolio')
  await looksWellOnPhone(author.look, '/challenges/portfolio', 'challenge-portfolio')
  await looksWellOnPhone(first.look, `${proposal}#team`, 'proposal-team')
  const stopped = await second.look()
  await stopped.go('/proposals')
  await stopped.page.getByRole('link', { name: 'Mist' }).press('Enter')
  await stopped.page.getByText('Mist blows away in the wind of our pit.').waitFor()
  await looksWellAs(stopped, 'proposal-stopped')
  await Promise.all([writer, voter, reviewer, bidder, stopped].map(({ context }) => context.close()))
}, 400_000)
