import type { listInnovations, Output, postNeed } from '@enlace/contracts'
import { expect, it } from 'vitest'
import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { post as postAs } from '../../../web/src/testing/post.ts'
import type { Visit } from '../../../web/src/testing/visit.ts'
import { openWorld } from './open-world.ts'

const { pages, world } = openWorld()

const post = <Body>({ context }: Visit, path: string, data: object): Promise<Body> =>
  postAs<Body>(context, pages.origin, path, data)

it('goes from an innovation nobody asked for to a linkage, by keyboard, with its reasons and its readers', async () => {
  const buyers = await world.person(await world.organisation('buyer', 'Mina Norte'), 'buyer')
  const others = await world.person(await world.organisation('buyer', 'Mina Sur'), 'buyer')
  const firm = await world.person(await world.organisation('supplier', 'Niebla Ltda'), 'owner')

  // A need of the past: it is asked, answered and closed; no open need states the problem any more.
  const buyer = await buyers.look()
  const asked: Output<typeof postNeed> = await post(buyer, '/api/needs', {
    title: 'Dust on haul roads',
    text: 'Water trucks do not keep the dust of our haul roads down.',
    publish: true,
  })
  await post(buyer, `/api/needs/${asked.id}/close`, {})
  await buyer.go('/innovations')
  await buyer.page.getByText('Nothing fits yet').waitFor()
  await looksWellAs(buyer, 'showcase-empty')

  // The supplier writes, is told what lacks, and shows it.
  const writer = await firm.look()
  await writer.go('/innovations')
  await writer.page.getByRole('link', { name: 'New innovation' }).first().press('Enter')
  const field = (name: string) => writer.page.getByRole('textbox', { name, exact: true })
  await field('Name').fill('Fog nets against dust')
  await writer.page.getByRole('button', { name: 'Save and show' }).press('Enter')
  await writer.page.getByText('Say in a sentence or two which problem it takes away.').waitFor()
  // The browser notes the refusal by itself.
  expect(writer.complaints.splice(0)).toEqual([expect.stringContaining('422')])
  await looksWellAs(writer, 'showcase-form-faults')
  await field('Problem it takes away').fill('Haul roads raise dust and drink water from the valley.')
  await writer.page.getByRole('radio', { name: 'Prototype' }).press('Space')
  await writer.page.getByRole('checkbox', { name: 'A site for a pilot' }).press('Space')
  await field('Confidential part').fill('The weave repels water on one side.')
  await writer.page.getByRole('button', { name: 'Save and show' }).press('Enter')
  await writer.page.getByRole('heading', { name: 'Fog nets against dust', level: 1 }).waitFor()
  await looksWellAs(writer, 'showcase-own')
  const { items } = (await (await writer.context.request.get('/api/innovations')).json()) as Output<
    typeof listInnovations
  >
  const path = `/innovations/${items[0]?.id}`

  // The buyer finds it with the reasons, although nothing is asked for now.
  await buyer.page.getByRole('link', { name: 'Fog nets against dust' }).waitFor({ timeout: 30_000 })
  const reasons = buyer.page.getByRole('list', { name: 'Why it fits' })
  await expect.poll(() => reasons.innerText()).toMatch(/Your past need Dust on haul roads/)
  expect(await reasons.innerText()).toMatch(/Words in common: .*dust/i)
  await looksWellAs(buyer, 'showcase-fits')
  await looksWellOnPhone(buyers.look, '/innovations', 'showcase-fits')
  // Another buyer has no reason to see it there, and finds it by its words.
  const other = await others.look()
  await other.go('/innovations')
  await other.page.getByText('Nothing fits yet').waitFor()
  await other.page.getByRole('link', { name: 'All innovations' }).press('Enter')
  await other.page.getByRole('searchbox', { name: 'Words' }).fill('nets')
  await other.page.getByRole('link', { name: 'Fog nets against dust' }).waitFor()
  await looksWellAs(other, 'showcase-all')
  await other.page.getByRole('link', { name: 'Fog nets against dust' }).press('Enter')
  await other.page.getByRole('button', { name: 'Not for us' }).press('Enter')
  await other.page.getByRole('button', { name: 'Send' }).press('Enter')
  await other.page.getByText('Say why; the firm is owed a reason.').waitFor()
  await other.page.getByRole('textbox', { name: 'Reason' }).fill('We have no haul roads.')
  await other.page.getByRole('button', { name: 'Send' }).press('Enter')
  await other.page.getByText('We have no haul roads.').waitFor()
  await other.context.close()

  // It asks for the confidential part, gets it, and is interested: a linkage begins.
  await buyer.page.getByRole('link', { name: 'Fog nets against dust' }).press('Enter')
  await buyer.page.getByRole('button', { name: 'Ask for the confidential part' }).press('Enter')
  await buyer.page.getByRole('textbox', { name: 'Why you ask' }).fill('To weigh a pilot.')
  await buyer.page.getByRole('button', { name: 'Send' }).press('Enter')
  await buyer.page.getByText('Asked for', { exact: true }).waitFor()
  await writer.page.getByRole('link', { name: /^Readers/ }).press('Enter')
  await writer.page.getByText('We have no haul roads.').waitFor()
  await looksWellAs(writer, 'showcase-readers')
  await looksWellOnPhone(firm.look, `${path}#readers`, 'showcase-readers')
  await writer.page.getByRole('button', { name: 'Open to Mina Norte', exact: true }).press('Enter')
  await buyer.page.getByText('The weave repels water on one side.').waitFor()
  await buyer.page.getByRole('button', { name: 'We are interested' }).press('Enter')
  await buyer.page.getByRole('link', { name: 'Go to the linkage' }).waitFor({ timeout: 30_000 })
  await looksWellAs(buyer, 'showcase-interested')
  await looksWellOnPhone(buyers.look, path, 'showcase-interested')
  await buyer.page.getByRole('link', { name: 'Go to the linkage' }).press('Enter')
  await buyer.page.getByRole('heading', { name: 'Niebla Ltda', level: 1 }).waitFor()

  // One press makes the problem a challenge of its own.
  await buyer.go(path)
  await buyer.page.getByRole('button', { name: 'Begin a challenge' }).press('Enter')
  await buyer.page.waitForURL(/\/needs\/[^/]+\/edit$/)
  await expect
    .poll(() => buyer.page.getByRole('textbox', { name: 'Title' }).inputValue())
    .toBe('Haul roads raise dust and drink water from the valley')
  expect([...buyer.complaints, ...writer.complaints]).toEqual([])
}, 240_000)
