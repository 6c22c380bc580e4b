import type { Output, startMatchday } from '@enlace/contracts'
import { asSystem, noteGuestRefusal } from '@enlace/database'
import { asId, type MailId } from '@enlace/domain'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { post } from '../../../web/src/testing/post.ts'
import { meetTheBuyers } from './matchday-people.ts'
import { openWorld } from './open-world.ts'

const { pages, world } = openWorld()
const patience = { timeout: 30_000 }

/** Lets the mail to an address come back, as the worker notes it. */
const comeBack = (email: string): Promise<unknown> =>
  asSystem(world.system, async (tx) => {
    const [mail] = await tx.execute<{ id: MailId }>(sql`select id from mails where recipient = ${email}`)
    return noteGuestRefusal(tx, mail?.id ?? asId<MailId>(''), '550 5.1.1')
  })

it('firms on Enlace are picked: one is in as soon as it registers, one cannot come; a mail that came back is mended', async () => {
  const agency = await world.person(await world.organisation('agency', 'Agencia Norte'), 'facilitator')
  const supplier = await world.person(await world.organisation('supplier', 'Bombas Loa'), 'bidder')
  const buyer = await world.person(await world.organisation('buyer', 'Minera Andacollo'), 'buyer')
  const organiser = await agency.look()
  const day: Output<typeof startMatchday> = await post(organiser.context, pages.origin, '/api/matchdays', {
    content: meetTheBuyers,
  })
  await post(organiser.context, pages.origin, `/api/matchdays/${day.id}/state`, { to: 'open' })
  const guests = [{ name: 'Molino Alto', email: 'gone@molino-alto.example' }]
  const mailed = { side: 'visitor', language: 'es', guests }
  await post(organiser.context, pages.origin, `/api/matchdays/${day.id}/guests`, mailed)

  // The deadline is set while firms can register already.
  await organiser.go(`/matchdays/${day.id}`)
  await organiser.page.getByRole('button', { name: 'Edit' }).press('Enter')
  await organiser.page.getByLabel('Register by').fill('2030-05-05T09:00')
  await looksWellAs(organiser, 'guests-deadline')
  await organiser.page.getByRole('button', { name: 'Save', exact: true }).press('Enter')
  await organiser.page.getByText('Register by: ').waitFor(patience)

  // Two firms are found by typing and invited by one press.
  await organiser.go(`/matchdays/${day.id}/guests`)
  const field = organiser.page.getByRole('combobox', { name: 'Firms on Enlace' })
  for (const name of ['Bombas Loa', 'Minera Andacollo']) {
    await field.pressSequentially(name)
    await organiser.page.getByRole('option', { name }).waitFor(patience)
    await field.press('ArrowDown')
    await field.press('Enter')
    await organiser.page.getByRole('button', { name: new RegExp(name) }).waitFor(patience)
  }
  await organiser.page
    .getByRole('checkbox', { name: /^Admit them/ })
    .first()
    .press('Space')
  await organiser.page.getByRole('button', { name: 'Invite', exact: true }).press('Enter')
  await organiser.page.getByRole('heading', { name: 'Minera Andacollo' }).waitFor(patience)

  // A firm finds it in its list, registers, and is in at once.
  const bidder = await supplier.look()
  await bidder.go('/matchdays')
  await bidder.page.getByText('You are invited').waitFor(patience)
  await bidder.go(`/matchdays/${day.id}`)
  await bidder.page.getByText('Agencia Norte invites your firm').waitFor(patience)
  await looksWellAs(bidder, 'guest-invited')
  await bidder.page.getByRole('button', { name: 'Register', exact: true }).press('Enter')
  await bidder.page.getByText('Admitted', { exact: true }).waitFor(patience)
  // The other says in two steps that it cannot come.
  const buying = await buyer.look({ width: 360, theme: 'light', locale: 'es' })
  await buying.go(`/matchdays/${day.id}`)
  await buying.page.getByRole('button', { name: 'No podemos ir' }).press('Enter')
  await buying.page.getByRole('button', { name: 'Decir que no podemos ir' }).press('Enter')
  await buying.page.getByText('Tiene una invitación').waitFor({ ...patience, state: 'detached' })

  // What came back is mended; a reminder comes too early and says from when on it can go.
  await comeBack('gone@molino-alto.example')
  await organiser.page.reload()
  await organiser.page.getByText('Mail came back').waitFor(patience)
  await looksWellAs(organiser, 'guests-picked')
  const other = organiser.page.getByLabel('Another address for Molino Alto')
  await other.fill('hola@molino-alto.example')
  await other.press('Enter')
  await organiser.page.getByText('hola@molino-alto.example').first().waitFor(patience)
  await organiser.page.getByRole('button', { name: 'Remind who has not answered' }).press('Enter')
  await organiser.page.getByText('The next reminder is possible from').waitFor(patience)
  const answered = organiser.page.getByRole('row', { name: /^Answered/ })
  await expect.poll(() => answered.getByRole('cell').allTextContents(), patience).toEqual(['2', '67%'])
  await looksWellOnPhone(agency.look, `/matchdays/${day.id}/guests`, 'guests-picked')
  for (const { complaints } of [bidder, buying]) expect(complaints).toEqual([])
  for (const { context } of [organiser, bidder, buying]) await context.close()
})
