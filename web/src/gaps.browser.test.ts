import type { NeedView } from '@enlace/contracts'
import { sharedHouse } from '@enlace/testing'
import { expect, it } from 'vitest'
import { openPages } from './testing/pages.ts'
import { post } from './testing/post.ts'
import { desk, visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

it('a step appears when a need asks for it, grows with the next, leads to the passport by keyboard, and goes with them', async () => {
  const supplier = await visit(pages.browser, pages.origin, { width: 360, theme: 'dark', locale: 'es' }, 'supplier')
  const buyer = await visit(pages.browser, pages.origin, desk, 'buyer')
  await supplier.go('/for-you')
  await supplier.page.getByRole('link', { name: 'Qué cerrar' }).click()
  await supplier.page.getByRole('heading', { level: 1, name: 'Qué conviene cerrar' }).waitFor()
  let loads = 0
  supplier.page.on('load', () => (loads += 1))

  const scheme = `Norma ${Date.now()}`
  const need = (order: number): Promise<NeedView> =>
    post(buyer.context, pages.origin, '/api/needs', {
      title: `Dust control that asks for a paper ${order}`,
      text: 'Acrylic copolymer dust suppressant for unpaved mine haul roads.',
      requiredCertificates: [{ scheme, mandatory: true }],
      publish: true,
    })
  const step = (effect: string) =>
    supplier.page.getByRole('heading', { level: 2, name: `Certificado ${scheme}: ${effect}`, exact: true })
  const first = await need(1)
  await step('abre 1 necesidad').waitFor({ timeout: 30_000 })
  const second = await need(2)
  await step('abre 2 necesidades').waitFor({ timeout: 30_000 })

  await post(buyer.context, pages.origin, `/api/needs/${first.id}/close`, {})
  await step('abre 1 necesidad').waitFor({ timeout: 30_000 })
  expect(loads).toBe(0)
  await supplier.page.getByRole('link', { name: `Ciérrelo en su pasaporte: Certificado ${scheme}` }).focus()
  await supplier.page.keyboard.press('Enter')
  await supplier.page.waitForURL('**/passport#certificates')

  await supplier.go('/gaps')
  await step('abre 1 necesidad').waitFor()
  await post(buyer.context, pages.origin, `/api/needs/${second.id}/close`, {})
  await step('abre 1 necesidad').waitFor({ state: 'detached', timeout: 30_000 })
  expect([...buyer.complaints, ...supplier.complaints]).toEqual([])
  await Promise.all([buyer.context.close(), supplier.context.close()])
})
