import type { listNeeds, Output } from '@enlace/contracts'
import { sharedHouse, startTestHouse, takePicture, type TestHouse } from '@enlace/testing'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bringAxe, findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openBrowser } from './testing/open-browser.ts'
import { lookName, pairedLooks, visit, type Look } from './testing/visit.ts'

/** Nobody listens at this port. */
const nowhere = { EMBEDDER: 'ollama', EMBEDDER_URL: 'http://127.0.0.1:9', EMBEDDER_MODEL: 'gone' }
const notices: Readonly<Record<Look['locale'], { partial: string; fails: string; none: string }>> = {
  en: {
    partial: 'Ranked by words and categories so far',
    fails: 'The model cannot be used; it is tried again',
    none: 'No model is set up',
  },
  es: {
    partial: 'Ordenado por ahora por palabras y categorías',
    fails: 'No se puede usar el modelo; se intenta de nuevo',
    none: 'No hay ningún modelo configurado',
  },
}

let house: TestHouse
let browser: Browser
beforeAll(async () => {
  ;[house, browser] = await Promise.all([
    startTestHouse({ web: true, demo: true, environment: nowhere }),
    openBrowser(),
  ])
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

describe.each(pairedLooks)('a model that cannot be reached ($width, $theme, $locale)', (look) => {
  const words = notices[look.locale]

  it('leaves a list ranked by words, which says so', async () => {
    const { page, context, complaints, go } = await visit(browser, house.url, look, 'buyer')
    await bringAxe(context)
    const { items } = (await (
      await context.request.get('/api/needs?kind=need&state=published&limit=1')
    ).json()) as Output<typeof listNeeds>
    await go(`/needs/${items[0]?.id}`)
    await page.getByRole('status').filter({ hasText: words.partial }).waitFor()
    await takePicture(page, `needs-id-partial-${lookName(look)}`)
    expect([await findBarriers(page), await overflowOf(page), complaints]).toEqual([[], 0, []])
    await context.close()
  })

  it('is told to the operator with what fails', async () => {
    const { page, context, complaints, go } = await visit(browser, house.url, look, 'admin')
    await bringAxe(context)
    await go('/queues')
    await page.getByRole('status').filter({ hasText: words.fails }).waitFor()
    await takePicture(page, `queues-failing-${lookName(look)}`, { fullPage: true })
    expect([await findBarriers(page), await overflowOf(page), complaints]).toEqual([[], 0, []])
    await context.close()
  })

  it('is not spoken of where none is set up', async () => {
    const { url } = await sharedHouse()
    const { page, context, go } = await visit(browser, url, look, 'admin')
    await go('/queues')
    await page.getByText(words.none).waitFor()
    expect(await page.getByText(words.fails).count()).toBe(0)
    await context.close()
  })
})
