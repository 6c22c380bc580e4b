import { checkReceipt, parseKey, parseReceipt } from '@enlace/audit-log'
import type { OwnBid } from '@enlace/contracts'
import { passDeadline, sharedHouse, takePicture } from '@enlace/testing'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { BuyersCall } from './testing/buyers-call.ts'
import { findBarriers, overflowOf } from './testing/find-barriers.ts'
import { openPages } from './testing/pages.ts'
import { desk, visit, type Visit } from './testing/visit.ts'

const pages = openPages(sharedHouse)

const handedIn = async (page: Page, { view }: BuyersCall): Promise<OwnBid | null> =>
  ((await (await page.request.get(`/api/calls/${view.id}/bid`)).json()) as { bid: OwnBid | null }).bid
const answer = (page: Page) => page.getByLabel('How do you seal against slurry?')
const lost = (page: Page) => page.getByText('Not handed in', { exact: true })

/** Looks at the page on a desk and on a phone: no barrier, no sideways scrolling. */
async function look(page: Page, name: string): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: width === 360 ? 760 : 900 })
    await takePicture(page, `bidder-${name}-${width}`, { fullPage: true })
    expect([name, width, await findBarriers(page), await overflowOf(page)]).toEqual([name, width, [], 0])
  }
  await page.setViewportSize({ width: 1280, height: 900 })
}

describe('a bidder of a plain call', () => {
  let call: BuyersCall
  let seen: Visit
  beforeAll(async () => {
    call = await BuyersCall.publish(pages.browser, pages.origin)
    seen = await visit(pages.browser, pages.origin, desk, 'supplier')
  }, 240_000)
  afterEach(() => takePicture(seen.page, 'bidder-last'))
  afterAll(() => Promise.all([call?.close(), seen?.context.close()]))

  it('finds the call and writes a draft that survives a reload and is nowhere but here', async () => {
    const { page, go } = seen
    await go('/calls')
    await look(page, 'calls')
    await page.getByRole('link', { name: call.view.title }).press('Enter')
    await page.getByRole('heading', { name: 'How bids are judged' }).waitFor()
    await look(page, 'asked')
    await page.getByRole('link', { name: 'Write a bid' }).press('Enter')
    await page.getByText('Your passport saved you 1 answer.').waitFor()
    await page.getByText('Filled in for you').waitFor()
    expect(await lost(page).count()).toBe(0)
    await page.getByRole('button', { name: 'Next step' }).press('Enter')
    await answer(page).fill('one two three four five six seven eight nine ten eleven twelve thirteen')
    await page.getByText('13 words; at most 12 are read.').waitFor()
    await answer(page).fill('With a double mechanical seal')
    await page.getByText('5 / 12 words').waitFor()
    await lost(page).waitFor()
    await page.reload()
    await page.getByText('You go on with the draft of this browser.').waitFor()
    expect(await answer(page).inputValue()).toBe('With a double mechanical seal')
    await look(page, 'draft')
    expect(await handedIn(page, call)).toBe(null)
    const elsewhere = await visit(pages.browser, pages.origin, desk, 'supplier')
    await elsewhere.go(`/calls/${call.view.id}#bid/technical`)
    expect(await answer(elsewhere.page).inputValue()).toBe('')
    await elsewhere.context.close()
  })

  it('is warned at leaving, and hands in only what is complete', async () => {
    const { page } = seen
    await page.getByRole('navigation', { name: 'Main navigation' }).getByRole('link', { name: 'Calls' }).click()
    const warned = page.getByRole('dialog', { name: 'Leave without handing in?' })
    await warned.getByRole('button', { name: 'Stay here' }).press('Enter')
    await page.getByRole('link', { name: 'Check and hand in' }).last().click()
    await page.getByRole('button', { name: 'Hand in the bid' }).press('Enter')
    await page.getByText('Give a price.').waitFor()
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true')
    await look(page, 'missing')
    await page.getByLabel('Seals').fill('1,250.50')
    await page.getByText('1 of 2 lots, USD 1,250.50 in all').waitFor()
    await page.getByRole('button', { name: 'Next step' }).press('Enter')
    await look(page, 'check')
    await page.getByRole('button', { name: 'Hand in the bid' }).press('Enter')
    await page.getByText('The hash is the one of what this browser sent.').waitFor()
    await look(page, 'receipt')
    const bid = await handedIn(page, call)
    expect([bid?.content?.price?.prices, bid?.content?.technical?.answers]).toEqual([
      [125_050, null],
      [{ key: 'how', text: 'With a double mechanical seal' }],
    ])
    await page.getByText(bid?.receipt.digest ?? 'no digest').waitFor()
    const { index } = bid?.receipt.log ?? { index: -1 }
    await page
      .locator('div', { has: page.getByText('Entry in the audit log') })
      .getByText(`${index}`, { exact: true })
      .first()
      .waitFor()
    const link = await page.getByRole('link', { name: 'Download (JSON)' }).getAttribute('href')
    const file = decodeURIComponent((link ?? '').replace(/^[^,]*,/, ''))
    const { key } = (await (await page.request.get('/api/audit-log/key')).json()) as { key: string }
    const [receipt, own] = [parseReceipt(file), parseKey(key)]
    if (receipt === null || own === null) throw new Error(file)
    expect([receipt.index, checkReceipt(receipt, own)]).toEqual([index, expect.objectContaining({ size: index + 1 })])
    expect(receipt.facts).toContain(bid?.receipt.digest ?? 'no digest')
    expect(await lost(page).count()).toBe(0)
  })

  it('replaces the bid, and until then is told that the old one counts', async () => {
    const { page, go } = seen
    await go(`/calls/${call.view.id}#bid/technical`)
    await answer(page).fill('With a triple mechanical seal')
    await page.getByText('Your changes are not handed in').waitFor()
    await page.getByText('What counts is still revision 1').waitFor()
    await page.getByRole('link', { name: 'Check and hand in' }).last().click()
    await page.getByRole('button', { name: 'Hand in revision 2' }).press('Enter')
    await page
      .getByRole('dialog', { name: 'Replace the bid that is in?' })
      .getByRole('button', { name: 'Replace the bid' })
      .click()
    await page.getByText('The hash is the one of what this browser sent.').waitFor()
    const bid = await handedIn(page, call)
    expect([bid?.receipt.revision, bid?.content?.technical?.answers[0]?.text]).toEqual([
      2,
      'With a triple mechanical seal',
    ])
  })

  it('sees live what was amended, and confirms', async () => {
    const { page } = seen
    await call.amend({ text: 'Mechanical seals for fourteen slurry pumps.' }, 'Two more pumps.')
    await page.getByText('The call was amended: confirm your bid again').waitFor({ timeout: 30_000 })
    await page.getByText('Two more pumps.').waitFor()
    await page.locator('ins', { hasText: 'fourteen' }).waitFor()
    await look(page, 'amended')
    expect((await handedIn(page, call))?.confirmed).toBe(false)
    await page.getByRole('button', { name: 'My bid stands: confirm it' }).press('Enter')
    await page.getByText('Your bid is confirmed for the new version.').waitFor()
    expect((await handedIn(page, call))?.confirmed).toBe(true)
  })

  it('cannot confirm a bid that lacks what is asked since, and mends it', async () => {
    const { page, go } = seen
    const fields = call.view.fields.map((field) => (field.key === 'when' ? { ...field, required: true } : field))
    await call.amend({ fields, text: 'Now with a date.' }, 'A date is needed.', 2)
    await page.getByText('Your bid lacks something that is asked now').waitFor({ timeout: 30_000 })
    expect(await page.getByRole('button', { name: 'My bid stands: confirm it' }).isDisabled()).toBe(true)
    await go(`/calls/${call.view.id}#bid/technical`)
    await page.getByLabel('When can you deliver?').fill('In six weeks')
    await page.getByRole('link', { name: 'Check and hand in' }).last().click()
    await page.getByRole('button', { name: 'Hand in revision 3' }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Replace the bid' }).click()
    await page.getByText('The hash is the one of what this browser sent.').waitFor()
    expect(await handedIn(page, call)).toMatchObject({ confirmed: true, callVersion: 3 })
  })

  it('is refused when late, by the clock of the database, and keeps the draft', async () => {
    const { page, go } = seen
    await go(`/calls/${call.view.id}#bid/technical`)
    await answer(page).fill('With a seal that comes too late')
    await page.getByRole('link', { name: 'Check and hand in' }).last().click()
    await passDeadline(await sharedHouse(), call.view.id)
    await page.getByRole('button', { name: 'Hand in revision 4' }).press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Replace the bid' }).click()
    await page.getByText('Too late', { exact: true }).waitFor()
    await page.getByText('With a seal that comes too late').waitFor()
    await look(page, 'late')
    expect((await handedIn(page, call))?.receipt.revision).toBe(3)
  })

  it('reads its result, complains and reads the answer', async () => {
    const { page, go } = seen
    await go('/calls')
    await call.decide()
    await page.getByText('Your result is there').first().waitFor({ timeout: 30_000 })
    await page.getByRole('link', { name: call.view.title }).first().click()
    await page.getByRole('link', { name: 'Result' }).click()
    await page.getByText('Your bid was chosen').waitFor()
    await page.getByText('Show a certificate for your seals.').waitFor()
    expect(await page.getByRole('link', { name: 'Begin here' }).getAttribute('href')).toBe('/gaps')
    await look(page, 'result')
    await page.getByRole('button', { name: 'Complain of the decision' }).press('Enter')
    await page.getByLabel('What was decided wrongly').fill('The price was scored too low beside the method.')
    await page.getByRole('button', { name: 'File the complaint' }).press('Enter')
    await page.getByText('Waits for its answer').waitFor()
    await call.answerComplaint('It was scored by the scale that was published.')
    await page.getByText('It was scored by the scale that was published.').waitFor({ timeout: 30_000 })
    await look(page, 'complaint')
    expect(seen.complaints.filter((one) => !one.includes('status of 409'))).toEqual([])
  })
})
