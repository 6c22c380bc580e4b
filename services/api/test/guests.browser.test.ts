import type { Output, startMatchday } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import type { OrganisationId } from '@enlace/domain'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { post } from '../../../web/src/testing/post.ts'
import { desk, visit } from '../../../web/src/testing/visit.ts'
import { meetTheBuyers } from './matchday-people.ts'
import { openWorld } from './open-world.ts'

const { pages, world } = openWorld()
const patience = { timeout: 30_000 }

/** Where the link leads that was mailed to an address last. */
const linkTo = (email: string): Promise<string> =>
  asSystem(world.system, async (tx) => {
    const [mail] = await tx.execute<{ body: string }>(
      sql`select body from mails where recipient = ${email} order by id desc limit 1`,
    )
    const [link = ''] = /\/[\w/-]+#token=[\w-]+/.exec(mail?.body ?? '') ?? []
    return link
  })
/** The address of somebody of an organisation. */
const addressOf = (organisationId: OrganisationId): Promise<string> =>
  asSystem(world.system, async (tx) => {
    const [one] = await tx.execute<{ email: string }>(
      sql`select email from users join members on members.user_id = users.id where organisation_id = ${organisationId}`,
    )
    return one?.email ?? ''
  })

it('firms are invited by mail: one registers, one says without an account that it cannot come, the organiser sees both', async () => {
  const agency = await world.person(await world.organisation('agency', 'Agencia Sur'), 'facilitator')
  const firm = await world.person(await world.organisation('supplier', 'Bombas Ñuble'), 'bidder')
  const organiser = await agency.look()
  const day: Output<typeof startMatchday> = await post(organiser.context, pages.origin, '/api/matchdays', {
    content: { ...meetTheBuyers, registerBy: '2030-05-05T13:00:00.000Z' },
  })
  await post(organiser.context, pages.origin, `/api/matchdays/${day.id}/state`, { to: 'open' })

  // Lines that are no guests are named by number, and nothing is sent.
  await organiser.go(`/matchdays/${day.id}/guests`)
  await organiser.page.getByText('Nobody is invited yet').waitFor(patience)
  const lines = organiser.page.getByRole('textbox', { name: /^Firms/ })
  await lines.fill('Bombas Ñuble, ventas@nuble.example\nMolino without an address\nMolino Alto; hola@molino.example')
  await organiser.page.getByRole('button', { name: 'Invite by mail' }).press('Enter')
  await organiser.page.getByText('Lines without a name and an e-mail: 2').waitFor(patience)
  await lines.fill('Bombas Ñuble, ventas@nuble.example\nMolino Alto; hola@molino.example')
  await organiser.page.getByRole('button', { name: 'Invite by mail' }).press('Enter')
  await organiser.page.getByText('Mails on their way: 2').waitFor(patience)
  await organiser.page.getByRole('heading', { name: 'Molino Alto' }).waitFor(patience)

  // A stranger with the link says no in two steps; the organiser sees it without a reload.
  const stranger = await visit(pages.browser, pages.origin, desk)
  await stranger.go(await linkTo('hola@molino.example'))
  await stranger.page.getByRole('heading', { name: 'Meet the buyers' }).waitFor(patience)
  await stranger.page.getByRole('link', { name: 'Sign in to register' }).waitFor(patience)
  await looksWellAs(stranger, 'guest-invitation')
  await stranger.page.getByRole('button', { name: 'We cannot come' }).press('Enter')
  await stranger.page.getByRole('button', { name: 'Say that we cannot come' }).press('Enter')
  await stranger.page.getByText('Thank you for your answer').waitFor(patience)
  await organiser.page.getByText('Cannot come').nth(1).waitFor(patience)

  // A member signs in by a link on the way, is back at the invitation, and registers its firm.
  const bidder = await visit(pages.browser, pages.origin, desk)
  await bidder.go(await linkTo('ventas@nuble.example'))
  await bidder.page.getByRole('link', { name: 'Sign in to register' }).press('Enter')
  const own = await addressOf(firm.organisationId)
  await bidder.page.getByLabel('E-mail address').fill(own)
  await bidder.page.getByRole('button', { name: 'Send me a sign-in link' }).press('Enter')
  await expect.poll(() => linkTo(own), patience).toContain('#token=')
  await bidder.go(await linkTo(own))
  await bidder.page.getByRole('main').getByRole('button').first().press('Enter')
  await bidder.page.getByRole('button', { name: 'Register' }).press('Enter')
  await bidder.page.getByText('Registered, not admitted yet').waitFor(patience)
  await organiser.page.getByRole('list').getByText('Registered', { exact: true }).waitFor(patience)
  await looksWellAs(organiser, 'guests')
  await looksWellOnPhone(agency.look, `/matchdays/${day.id}/guests`, 'guests')

  // What was answered is open no more.
  const late = await visit(pages.browser, pages.origin, { width: 360, theme: 'dark', locale: 'es' })
  await late.go(await linkTo('hola@molino.example'))
  await late.page.getByRole('alert').waitFor(patience)
  for (const { complaints } of [organiser, stranger, bidder]) expect(complaints).toEqual([])
  for (const { context } of [organiser, stranger, bidder, late]) await context.close()
})
