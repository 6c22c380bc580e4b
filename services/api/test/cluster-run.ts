import type { CallView, OpenedBid, Output, readSession, Scorecard, SeatView, TermsView } from '@enlace/contracts'
import { blankProposal, templateTexts, usualStageDays } from '@enlace/domain'
import { newOpenerKey } from '@enlace/sealing'

import type { Visit } from '../../../web/src/testing/visit.ts'
import type { HousePeople, Person } from './house-people.ts'

/** The firms of the cluster; the first will have the best answer. */
export const firmNames = ['Niebla Poniente', 'Bruma Poniente', 'Rocio Poniente'] as const
export const question = 'How can dust be kept down with half the water?'

const content = {
  theme: 'water',
  baseline: 'Haul roads take 1,200 m3 of water a day.',
  question,
  specification: 'PM10 stays below 150 micrograms at 50 m from the road.',
  measures: [{ aspect: 'safety', text: 'Injuries', unit: 'a year', baseline: 4, target: 0 }],
  stageDays: usualStageDays,
}

type Seats = {
  readonly author: Person
  readonly approver: Person
  readonly outside: Person
  readonly judges: readonly Person[]
}
type Windows = {
  readonly buyer: Visit
  readonly approver: Visit
  readonly outside: Visit
  readonly panel: readonly Visit[]
  readonly firms: readonly Visit[]
}

/** A challenge with a cluster of three firms, everybody in a browser of its own, and what is done in it by HTTP. */
export class ClusterRun {
  readonly #origin: string
  readonly people: Seats & { readonly firms: readonly Person[] }
  readonly windows: Windows
  needId = ''
  callId = ''

  private constructor(origin: string, people: ClusterRun['people'], windows: Windows) {
    this.#origin = origin
    this.people = people
    this.windows = windows
  }

  static async open(world: HousePeople, origin: string): Promise<ClusterRun> {
    const mine = await world.organisation('buyer', 'Mina Poniente')
    const [author, approver] = [await world.person(mine, 'buyer'), await world.person(mine, 'owner')]
    const outside = await world.person(await world.organisation('agency', 'Agencia Poniente'), 'owner')
    const [judges, firms]: [Person[], Person[]] = [[], []]
    for (const name of firmNames) {
      judges.push(await world.person(mine, 'assessor'))
      firms.push(await world.person(await world.organisation('supplier', name), 'owner'))
    }
    const look = (some: readonly Person[]): Promise<Visit[]> => Promise.all(some.map((one) => one.look()))
    const [own, panel, bidders] = await Promise.all([look([author, approver, outside]), look(judges), look(firms)])
    const [buyer, second, third] = own as [Visit, Visit, Visit]
    const windows = { buyer, approver: second, outside: third, panel, firms: bidders }
    return new ClusterRun(origin, { author, approver, outside, judges, firms }, windows)
  }

  close = async (): Promise<void> => {
    const { buyer, approver, outside, panel, firms } = this.windows
    await Promise.all([buyer, approver, outside, ...panel, ...firms].map(({ context }) => context.close()))
  }

  get path(): string {
    return `/challenges/${this.needId}`
  }
  at = (rest = ''): string => `/api/challenges/${this.needId}${rest}`
  call = (rest = ''): string => `/api/calls/${this.callId}${rest}`

  async statusOf({ context }: Visit, method: string, path: string, data?: object): Promise<[number, string]> {
    const given = data === undefined ? {} : { data }
    const answer = await context.request.fetch(path, { method, headers: { origin: this.#origin }, ...given })
    return [answer.status(), await answer.text()]
  }

  async ask<Body>(seen: Visit, method: string, path: string, data?: object): Promise<Body> {
    const [status, text] = await this.statusOf(seen, method, path, data)
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`)
    return JSON.parse(text) as Body
  }

  /** (a) The brief before the board, (b) two views of each firm, (c) the cluster, (f) what helps one to grow; and terms. */
  async formCluster(): Promise<void> {
    const { buyer, approver, outside } = this.windows
    const need = { kind: 'challenge', title: 'Half the water', text: 'Less water on haul roads.' }
    this.needId = (await this.ask<{ id: string }>(buyer, 'POST', '/api/needs', need)).id
    await this.ask(buyer, 'PUT', this.at('/brief'), { content, quorum: 1, revision: 0 })
    await this.ask(buyer, 'POST', this.at('/screening'), { revision: 1 })
    await this.ask(approver, 'PUT', this.at('/vote'), { yes: true, reason: 'It pays.', version: 1 })
    await this.ask(buyer, 'POST', `/api/needs/${this.needId}/publish`, {})
    const { organisationId } = this.people.outside
    await this.ask(buyer, 'PUT', this.at('/reviewer'), { organisationId })
    const supplierIds = this.people.firms.map((one) => one.organisationId)
    for (const id of supplierIds) {
      await this.ask(buyer, 'PUT', this.at(`/candidates/${id}`), {})
      for (const side of [buyer, outside])
        await this.ask(side, 'PUT', this.at(`/candidates/${id}/review`), { speed: 4, potential: 4, commitment: 5 })
    }
    await this.ask(buyer, 'POST', this.at('/clusters'), { name: 'Fog', supplierIds })
    await this.ask(buyer, 'POST', this.at(`/candidates/${supplierIds[1]}/actions`), {
      ...{ area: 'strategy', text: 'A plan for growth', consultant: 'Endeavour' },
      ...{ cost: { amountMinor: 1_000_000, currency: 'USD' }, buyerPercent: 70 },
    })
    const sections = templateTexts('shared', 'en')
    const terms = { template: 'shared', tier: 'organisation', language: 'en', sections, version: 0 }
    await this.ask(buyer, 'PUT', this.at('/terms'), terms)
  }

  async acceptTerms(firms: readonly Visit[]): Promise<void> {
    for (const firm of firms) {
      const { current } = await this.ask<TermsView>(firm, 'GET', this.at('/terms'))
      await this.ask(firm, 'POST', this.at('/terms/acceptance'), { version: current?.version, stamp: current?.stamp })
    }
  }

  /** Seats three who open, one of them outside, three who score, and one who approves, who then publishes the call. */
  async publish(): Promise<CallView> {
    const { buyer, approver, outside, panel } = this.windows
    const { key } = await newOpenerKey('a passphrase for tests', 600_000)
    await this.ask(approver, 'POST', '/api/opener-keys', { publicKey: key.publicKey })
    let seated: readonly SeatView[] = []
    const seat = async (name: string, who: Visit): Promise<void> => {
      const { person } = await this.ask<Output<typeof readSession>>(who, 'GET', '/api/session')
      const body = { seat: name, email: person?.email ?? '' }
      seated = (await this.ask<{ items: SeatView[] }>(buyer, 'POST', this.call('/seats'), body)).items
    }
    await seat('approver', approver)
    for (const one of panel) await seat('evaluator', one)
    for (const one of [buyer, approver, outside]) await seat('opener', one)
    const asked = seated.find(({ acceptedAt }) => acceptedAt === null)
    await this.ask(outside, 'POST', this.call(`/seats/${asked?.id}/accept`), {})
    return this.ask(approver, 'POST', this.call('/publish'), {})
  }

  /** A full proposal of each firm, handed in. */
  async propose(): Promise<void> {
    const said = { title: 'Fog cannons', summary: 'Fog.', approach: 'Nozzles.', benefitText: 'Half the water.' }
    for (const firm of this.windows.firms) {
      const { id } = await this.ask<{ id: string }>(firm, 'POST', this.at('/proposals'), { ...blankProposal, ...said })
      const move = (who: Visit, act: string, stage: string): Promise<unknown> =>
        this.ask(who, 'POST', `/api/proposals/${id}/moves`, { act, stage })
      await move(firm, 'hand-in', 'screening')
      await move(this.windows.buyer, 'advance', 'screening')
      await move(firm, 'hand-in', 'proposal')
    }
  }

  bids = async (): Promise<readonly OpenedBid[]> =>
    (await this.ask<{ items: OpenedBid[] }>(this.windows.buyer, 'GET', this.call('/bids'))).items

  /** An evaluator's card for the open envelope, with the same mark for all that a firm answered; what others gave it, it saw not. */
  async score(judge: Visit, marks: Readonly<Record<string, number>>): Promise<number> {
    const { criteria, bids } = await this.ask<Scorecard>(judge, 'POST', this.call('/scorecard/declaration'), {
      conflicts: [],
    })
    for (const { id: bidId, bidder } of bids)
      for (const { key: criterion } of criteria)
        await this.ask(judge, 'PUT', this.call('/scorecard/scores'), {
          ...{ bidId, criterion, score: marks[bidder] ?? 0, comment: 'So it is.' },
        })
    await this.ask(judge, 'POST', this.call('/scorecard/submit'), {})
    return bids.reduce((seen, { scores }) => seen + scores.length, 0)
  }

  /** Proposes the first firm's bid, which another approves, and tells every bidder. */
  async award(): Promise<void> {
    const { buyer, approver } = this.windows
    const bids = await this.bids()
    const won = bids.find(({ bidder }) => bidder.name === firmNames[0])
    await this.ask(buyer, 'POST', this.call('/award'), { bidId: won?.id, reason: 'The best answer for the price.' })
    await this.ask(approver, 'POST', this.call('/award/approve'), { approved: true })
    for (const { id: bidId, bidder } of bids)
      await this.ask(buyer, 'POST', this.call('/debriefs'), {
        ...{ bidId, reasons: `What ${bidder.name} showed was weighed against the wind of our pit.` },
        improvement: { kind: 'gap', text: `${bidder.name}: try it in wind.` },
      })
  }
}
