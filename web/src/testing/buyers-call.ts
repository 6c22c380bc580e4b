import type { CallView, listBids, Output } from '@enlace/contracts'
import type { Browser, BrowserContext } from 'playwright-core'
import { post } from './post.ts'
import { desk, visit } from './visit.ts'

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()

/** A plain request for quotation with something of everything. */
const content = (given: object): object => ({
  kind: 'rfq',
  title: 'Seals for slurry pumps',
  text: 'Mechanical seals for twelve slurry pumps, delivered to the mine.',
  language: 'en',
  sealing: 'plain',
  envelopes: ['qualification', 'technical', 'price'],
  lots: [
    { title: 'Seals', text: 'For pumps of 6 inches.', quantity: { value: 24, unit: 'pcs', per: null } },
    { title: 'Fitting on site', text: '' },
  ],
  fields: [
    { key: 'firm', envelope: 'qualification', label: 'What do you make?', maxWords: 200, prefill: 'capabilities' },
    { key: 'how', envelope: 'technical', label: 'How do you seal against slurry?', maxWords: 12 },
    { key: 'when', envelope: 'technical', label: 'When can you deliver?', maxWords: 20, required: false },
  ],
  criteria: [
    { key: 'method', envelope: 'technical', name: 'Method', weight: 40 },
    { key: 'price', envelope: 'price', name: 'Price', weight: 60 },
  ],
  currency: 'USD',
  deadline: inDays(7),
  questionsUntil: inDays(4),
  threshold: 1,
  standstillDays: 10,
  ...given,
})

/** A call of the demo's buyer, who sits in all its seats, from its publication to its decision. */
export class BuyersCall {
  readonly view: CallView
  readonly #context: BrowserContext
  readonly #origin: string
  private constructor(view: CallView, context: BrowserContext, origin: string) {
    this.view = view
    this.#context = context
    this.#origin = origin
  }

  static async publish(browser: Browser, origin: string, given: object = {}): Promise<BuyersCall> {
    const { context, page } = await visit(browser, origin, desk, 'buyer')
    await page.close()
    const draft = await post<CallView>(context, origin, '/api/calls', content(given))
    return new BuyersCall(await post(context, origin, `/api/calls/${draft.id}/publish`, {}), context, origin)
  }

  #act<Body>(path: string, body: object): Promise<Body> {
    return post(this.#context, this.#origin, `/api/calls/${this.view.id}/${path}`, body)
  }

  amend(given: object, reason: string, version = 1): Promise<CallView> {
    return this.#act('amend', { ...content({ deadline: inDays(9), ...given }), reason, version })
  }

  /** Opens and scores all envelopes, awards the first bid and tells its bidder. */
  async decide(): Promise<void> {
    const path = `/api/calls/${this.view.id}/bids`
    let bidId = ''
    for (const envelope of this.view.envelopes) {
      await this.#act('releases', { envelope, shares: [] })
      const { items } = (await (await this.#context.request.get(path)).json()) as Output<typeof listBids>
      bidId = items[0]?.id ?? ''
      const scores = this.view.criteria
        .filter((criterion) => criterion.envelope === envelope)
        .map(({ key }) => ({ criterion: key, score: key === 'method' ? 8 : 6 }))
      await this.#act('settle', { envelope, bids: items.map(({ id }) => ({ bidId: id, passed: true, scores })) })
    }
    await this.#act('award', { bidId, reason: 'The best in all.' })
    await this.#act('award/approve', { approved: true })
    await this.#act('debriefs', {
      bidId,
      reasons: 'The method was clear; the price is fair for what it holds.',
      improvement: { kind: 'gap', text: 'Show a certificate for your seals.', link: '/gaps' },
    })
  }

  async answerComplaint(answer: string): Promise<void> {
    const path = `/api/calls/${this.view.id}/decision`
    const { complaints } = (await (await this.#context.request.get(path)).json()) as {
      complaints: readonly { readonly id: string }[]
    }
    await this.#act(`complaints/${complaints[0]?.id}`, { upheld: false, answer })
  }

  close(): Promise<void> {
    return this.#context.close()
  }
}
