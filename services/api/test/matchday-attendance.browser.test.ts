import { asSystem, openDatabase } from '@enlace/database'
import type { Output, startMatchday } from '@enlace/contracts'
import { sql } from 'drizzle-orm'
import { expect, it } from 'vitest'

import { looksWellAs, looksWellOnPhone } from '../../../web/src/testing/looks-well.ts'
import { post } from '../../../web/src/testing/post.ts'
import { visit } from '../../../web/src/testing/visit.ts'
import { openWorld } from './open-world.ts'
import { meetTheBuyers } from './matchday-people.ts'

const { pages, world } = openWorld()
const patience = { timeout: 30_000 }

it('lets in the firms of a table after a look at it, and keeps interpreters, by keyboard', async () => {
  const agency = await world.person(await world.organisation('agency', 'Agencia Austral'), 'facilitator')
  const mine = await world.organisation('buyer', 'Mina Clara')
  await world.organisation('supplier', 'Hornos Rojos')
  await world.organisation('supplier', 'Bombas Sur')
  const organiser = await agency.look()
  const { page } = organiser
  const started: Output<typeof startMatchday> = await post(organiser.context, pages.origin, '/api/matchdays', {
    content: { ...meetTheBuyers, types: [{ key: 'large', name: 'Large buyer', side: 'host' }] },
  })
  const path = `/matchdays/${started.id}`
  await post(organiser.context, pages.origin, `/api${path}/state`, { to: 'open' })

  await organiser.go(`${path}#firms`)
  await page.getByRole('link', { name: 'Import participants' }).press('Enter')
  const table = `id,name,country,type,languages,absent sessions\n${mine},,,large buyer,en,Afternoon\n,Hornos Rojos,CL,,es,\n,Bombas Sur,CL,Big,,\n,Nadie,CL,,,\n${mine},,,,,Night\n`
  await page
    .getByLabel('Table of participants')
    .setInputFiles({ name: 'firms.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await page.getByRole('button', { name: 'Check the table' }).press('Enter')
  await page.getByText('No such firm is here.').waitFor(patience)
  await page.getByText('This matchday has: Large buyer.').waitFor(patience)
  await looksWellAs(organiser, 'attendance-import')
  await page.getByRole('button', { name: 'Let the firms in' }).press('Enter')
  await page.getByRole('link', { name: 'To the firms' }).press('Enter', patience)
  await page.getByRole('heading', { name: 'Hornos Rojos' }).waitFor(patience)
  await looksWellOnPhone(agency.look, `${path}/import`, 'attendance-import')

  await page.getByRole('link', { name: 'Interpreters' }).press('Enter')
  await page.getByText('No interpreters yet').waitFor(patience)
  await page.getByLabel('Name').fill('Rosa Quispe')
  for (const language of ['Spanish', 'English']) {
    await page.getByRole('combobox', { name: 'Languages' }).fill(language)
    await page.getByRole('option', { name: language }).first().waitFor(patience)
    await page.getByRole('combobox', { name: 'Languages' }).press('Enter')
  }
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter')
  await page.getByRole('heading', { name: 'Rosa Quispe', exact: true }).waitFor(patience)

  // The worker seats her with the two who share no language; both and her own list say so.
  const system = openDatabase({
    url: pages.house.environment['DATABASE_URL'] ?? '',
    role: 'enlace_system',
    maxConnections: 1,
  })
  await asSystem(system, (tx) =>
    tx.execute(sql`
      insert into matchday_wishes (matchday_id, by_id, of_id, wish)
      select one.matchday_id, one.id, other.id, 'meet' from matchday_participants as one
      join matchday_participants as other on other.matchday_id = one.matchday_id and other.side <> one.side where one.matchday_id = ${started.id}`),
  )
  await system.close()
  await organiser.go(`${path}#meetings`)
  await page.getByRole('button', { name: 'Make a timetable' }).press('Enter')
  await page.getByRole('button', { name: 'Publish this timetable' }).press('Enter', patience)
  await page.getByText('Rosa Quispe interprets').waitFor(patience)
  await organiser.go(`${path}/interpreters`)
  await page
    .getByRole('list', { name: 'Meetings of Rosa Quispe' })
    .getByText('Mina Clara – Hornos Rojos')
    .waitFor(patience)
  await looksWellAs(organiser, 'interpreters')
  await looksWellOnPhone(agency.look, `${path}/interpreters`, 'interpreters')

  // By her link she reads where she sits, on her phone and without an account, until it is ended.
  await page.getByRole('button', { name: 'Make a link for Rosa Quispe' }).press('Enter')
  const link = await page.getByText('/interpreting#token=').innerText(patience)
  const rosa = await visit(pages.browser, pages.origin, { width: 360, theme: 'light', locale: 'es' })
  await rosa.go(link)
  await rosa.page.getByText('Mina Clara – Hornos Rojos').waitFor(patience)
  await looksWellAs(rosa, 'interpreting-phone')
  await looksWellAs(organiser, 'interpreter-link')
  await page.getByRole('button', { name: 'End the link of Rosa Quispe' }).press('Enter')
  await page.getByText('The link has ended.').waitFor(patience)
  await rosa.page.reload()
  await rosa.page.getByRole('heading', { name: 'Este enlace ha terminado' }).waitFor(patience)
  expect(rosa.complaints.splice(0)).toEqual([expect.stringContaining('410')])
  await rosa.page.getByRole('button', { name: 'Olvidar esto en este equipo' }).press('Enter')
  await rosa.page.getByRole('heading', { name: 'Este enlace ha terminado' }).waitFor({ ...patience, state: 'detached' })
  expect([...organiser.complaints, ...rosa.complaints]).toEqual([])
})
