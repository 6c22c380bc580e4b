import { setTimeout as sleep } from 'node:timers/promises'

import type postgres from 'postgres'

import type { ReactionName } from '@enlace/contracts'
import { LiveVisitor, type Visitor } from '@enlace/testing'

import { needOf, randomOf } from './market.ts'

/** The first need of a large market waits until the worker has read it into memory. */
const patienceMs = 120_000

/** A buyer's browser that posts needs and sees their ranked lists come over the socket. */
export class BuyerAtWork {
  readonly #visitor: Visitor
  readonly #live: LiveVisitor
  readonly #random: () => number
  readonly #waiting = new Map<string, () => void>()

  constructor(visitor: Visitor, seed: number) {
    this.#visitor = visitor
    this.#random = randomOf(seed)
    this.#live = new LiveVisitor(visitor, {
      message: (topic, name) => {
        if (name === 'ranking.changed') this.#seen(topic)
      },
      resync: (topic) => void this.#look(topic),
    })
  }

  #seen(topic: string): void {
    this.#waiting.get(topic)?.()
    this.#waiting.delete(topic)
  }

  /** The snapshot that a page reads when it joins; the list may have been ranked before the page listened. */
  async #look(topic: string): Promise<void> {
    const { status, body } = await this.#visitor.call('GET', `/api/needs/${topic.slice('need:'.length)}/matches`)
    if (status !== 200) throw new Error(`the list was refused: ${status} ${JSON.stringify(body)}`)
    if ((body as { rankedAt: string | null }).rankedAt !== null) this.#seen(topic)
  }

  /** Posts one need without waiting for its list. */
  async post(): Promise<string> {
    const { status, body } = await this.#visitor.call('POST', '/api/needs', { ...needOf(this.#random), publish: true })
    if (status !== 201) throw new Error(`a need was refused: ${status} ${JSON.stringify(body)}`)
    return (body as { id: string }).id
  }

  /** Milliseconds from the click on "post" to the ranked list in the browser. */
  async postAndSee(): Promise<number> {
    const from = performance.now()
    const topic = `need:${await this.post()}`
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('the list did not come')), patienceMs)
      this.#waiting.set(topic, () => {
        clearTimeout(timer)
        resolve()
      })
      this.#live.join(topic)
    })
    const ms = performance.now() - from
    this.#live.leave(topic)
    return ms
  }

  close(): void {
    this.#live.close()
  }
}

/**
 * Needs posted before any is measured, for each worker: a house that has run for some minutes has compiled its code and made
 * its plans, as the floors have.
 */
export const warmUp = 200

/** Ten browsers of one buyer. */
export const buyersAtWork = (visitor: Visitor): readonly BuyerAtWork[] =>
  Array.from({ length: 10 }, (_, number) => new BuyerAtWork(visitor, 100 + number))

/** One need at a time, the browsers in turn: one alone would join more topics within ten seconds than a socket may. */
export async function oneInFlight(buyers: readonly BuyerAtWork[], needs: number): Promise<number[]> {
  const samples: number[] = []
  for (let number = 0; number < needs; number += 1) {
    const buyer = buyers[number % buyers.length]
    if (buyer !== undefined) samples.push(await buyer.postAndSee())
  }
  return samples
}

/** So many needs a second whether or not the lists come, in several browsers, as people do who do not know of each other. */
export async function openLoop(buyers: readonly BuyerAtWork[], perSecond: number, seconds: number): Promise<number[]> {
  const running: Promise<number>[] = []
  const from = performance.now()
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const wait = from + (number * 1000) / perSecond - performance.now()
    if (wait > 0) await sleep(wait)
    const buyer = buyers[number % buyers.length]
    if (buyer !== undefined) running.push(buyer.postAndSee())
  }
  return Promise.all(running)
}

/** How many reactions of a kind are not done; they are written with their events, so none is missed. */
export async function openRuns(sql: postgres.Sql, reaction: ReactionName): Promise<number> {
  const [row] = await sql<{ open: number }[]>`
    select count(*)::int as open from reaction_runs where reaction = ${reaction} and done_at is null`
  return row?.open ?? 0
}

/** Needs a minute when as many as `inFlight` are posted at once, counted when the last is ranked. */
export async function throughput(
  buyer: BuyerAtWork,
  sql: postgres.Sql,
  needs: number,
  inFlight: number,
): Promise<number> {
  const from = performance.now()
  let left = needs
  await Promise.all(
    Array.from({ length: inFlight }, async () => {
      while (left-- > 0) await buyer.post()
    }),
  )
  while ((await openRuns(sql, 'rank-need')) > 0) await sleep(20)
  return (needs * 60_000) / (performance.now() - from)
}
