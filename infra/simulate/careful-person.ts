import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Visitor } from '@enlace/testing'

export type Answer = { readonly status: number; readonly body: unknown }

/** What the people of a day were answered, all together. */
export class Answers {
  readonly statuses = new Map<number, number>()
  /** Requests that no answer came to, and were made again. */
  repeated = 0
  /** The first answers that were the server's fault, as they came. */
  readonly faults: string[] = []

  count({ status, body }: Answer, asked: string): void {
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1)
    if (status >= 500 && this.faults.length < 10) this.faults.push(`${status} ${asked} ${JSON.stringify(body)}`)
  }

  get serverFaults(): number {
    return [...this.statuses].reduce((sum, [status, count]) => sum + (status >= 500 ? count : 0), 0)
  }
}

const patienceMs = 60_000

/** Somebody at a browser who asks again under the same key until there is an answer, at the other door where one is shut. */
export class CarefulPerson {
  readonly #doors: readonly Visitor[]
  readonly #answers: Answers
  #asked = 0

  constructor(doors: readonly Visitor[], answers: Answers) {
    this.#doors = doors
    this.#answers = answers
  }

  /** The first door, for whoever follows from there. */
  get visitor(): Visitor {
    const [first] = this.#doors
    if (first === undefined) throw new Error('a person has no door')
    return first
  }

  async ask(method: string, path: string, body?: unknown): Promise<Answer> {
    const headers = { 'idempotency-key': randomUUID() }
    for (const end = Date.now() + patienceMs; Date.now() < end;) {
      const door = this.#doors[this.#asked++ % this.#doors.length] ?? this.visitor
      const answer = await door.call(method, path, body, headers).catch(() => null)
      if (answer !== null) this.#answers.count(answer, `${method} ${path}`)
      if (answer !== null && answer.status < 500 && codeOf(answer) !== 'idempotency.in-flight') return answer
      this.#answers.repeated += 1
      await sleep(50)
    }
    throw new Error(`no answer to ${method} ${path}`)
  }

  /** The same where anything but a yes is a fault of the simulation. */
  async get<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.ask(method, path, body)
    if (answer.status >= 300) throw new Error(`${answer.status} to ${method} ${path}: ${JSON.stringify(answer.body)}`)
    return answer.body as T
  }
}

export const codeOf = ({ body }: Answer): string => (body as { code?: string } | null)?.code ?? ''
