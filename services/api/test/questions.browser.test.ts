import type { CallView } from '@enlace/contracts'
import { startTestHouse, takePicture } from '@enlace/testing'
import { beforeAll, expect, it } from 'vitest'

import { bringAxe, findBarriers, overflowOf } from '../../../web/src/testing/find-barriers.ts'
import { openPages } from '../../../web/src/testing/pages.ts'
import { desk, lookName, pairedLooks, visit, type Visit } from '../../../web/src/testing/visit.ts'
import { callContent, inDays } from './call-world.ts'

const pages = openPages(() => startTestHouse({ web: true, demo: true }))
let call: CallView
beforeAll(async () => {
  const buyer = await visit(pages.browser, pages.origin, desk, 'buyer')
  const post = async (path: string, data: object): Promise<CallView> =>
    (await buyer.context.request.post(pages.origin + path, { data, headers: { origin: pages.origin } })).json()
  const draft = await post('/api/calls', callContent({ questionsUntil: inDays(3.5) }))
  call = await post(`/api/calls/${draft.id}/publish`, {})
  await buyer.context.close()
}, 240_000)

const open = async (seen: Visit): Promise<void> => {
  await seen.go(`/calls/${call.id}/questions`)
  await seen.page
    .getByText('Questions are taken for 3 days more')
    .or(seen.page.getByText('Se reciben preguntas'))
    .waitFor()
}

it('is asked and answered by keyboard alone, and both sides see it without asking again', async () => {
  const [supplier, buyer] = [
    await visit(pages.browser, pages.origin, desk, 'supplier'),
    await visit(pages.browser, pages.origin, desk, 'buyer'),
  ]
  await open(supplier)
  await open(buyer)
  expect(await buyer.page.getByLabel('Your question').count()).toBe(0)
  const send = async (text: string): Promise<void> => {
    await supplier.page.getByLabel('Your question').focus()
    await supplier.page.keyboard.type(text)
    await supplier.page.keyboard.press('Tab')
    await supplier.page.keyboard.press('Enter')
  }
  await send('Write to ana@seals.example, which seals do you accept?')
  await supplier.page.getByText('A mail address tells who asks; leave it out.').waitFor()
  await supplier.page.getByLabel('Your question').fill('')
  await send('Which mechanical seals do you accept for slurry pumps?')
  await supplier.page.getByText('Asked by you').waitFor()
  await send('Which mechanical seal do you accept on a slurry pump?')
  await supplier.page.getByText('This was asked already.').waitFor()
  await buyer.page.getByLabel('Your answer').waitFor({ timeout: 30_000 })
  await buyer.page.getByLabel('Your answer').focus()
  await buyer.page.keyboard.type('Cartridge seals of any make.')
  await buyer.page.getByRole('button', { name: 'Publish to everyone' }).focus()
  await buyer.page.keyboard.press('Enter')
  await buyer.page.getByText('Published to all who may bid.').waitFor()
  await supplier.page.getByText('Cartridge seals of any make.').waitFor({ timeout: 30_000 })
  await buyer.page.getByRole('button', { name: 'Correct this answer' }).click()
  await buyer.page.getByLabel('Your answer').fill('Cartridge or split seals of any make.')
  await buyer.page.getByRole('button', { name: 'Publish to everyone' }).click()
  await supplier.page.getByText('Cartridge or split seals of any make.').waitFor({ timeout: 30_000 })
  await supplier.page.getByText('Earlier answers').waitFor()
  await Promise.all([supplier.context.close(), buyer.context.close()])
})

it.each(pairedLooks.map((look) => ({ look, name: lookName(look) })))('looks well at $name', async ({ look, name }) => {
  for (const as of ['buyer', 'supplier'] as const) {
    const seen = await visit(pages.browser, pages.origin, look, as)
    await bringAxe(seen.context)
    await open(seen)
    await seen.page.getByRole('listitem').filter({ hasText: 'Which mechanical seals' }).waitFor()
    await takePicture(seen.page, `questions-${as}-${name}`)
    expect({
      barriers: await findBarriers(seen.page),
      overflow: await overflowOf(seen.page),
      complaints: seen.complaints,
    }).toEqual({ barriers: [], overflow: 0, complaints: [] })
    await seen.context.close()
  }
})
