import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'

import { WebSocket } from 'ws'

import type { Position, ServerFrame } from '@enlace/contracts'

type Answer = { readonly status: number; readonly body: unknown }

/** A person at a browser, without the browser: keeps cookies, names its origin, repeats what was not answered. */
export class Visitor {
  readonly url: string
  readonly #origin: string
  #cookie: string

  /** `origin` is where its page came from, if not from the server it asks. */
  constructor(url: string, cookie = '', origin = url) {
    this.url = url
    this.#origin = origin
    this.#cookie = cookie
  }

  get cookie(): string {
    return this.#cookie
  }

  /** One request; rejects where no answer came. */
  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        origin: this.#origin,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    })
    const set = response.headers.getSetCookie().map((line) => line.split(';', 1)[0])
    if (set.length > 0) this.#cookie = set.join('; ')
    const text = await response.text()
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) }
  }

  /** The demo's one click. */
  async signIn(as: 'buyer' | 'supplier' | 'agency' | 'admin'): Promise<{ organisationId: string }> {
    const { status, body } = await this.call('POST', '/api/demo/sign-in', { as })
    if (status !== 200) throw new Error(`the demo does not let the ${as} in: ${status} ${JSON.stringify(body)}`)
    const session = (await this.call('GET', '/api/session')).body as { organisation: { id: string } | null }
    if (session.organisation === null) throw new Error(`the demo's ${as} has no organisation`)
    return { organisationId: session.organisation.id }
  }

  /** Posts until the server has answered, under one key, as a careful client does when it does not know what came of it. */
  async postUntilAnswered(path: string, body: unknown, patienceMs = 60_000): Promise<Answer> {
    const key = randomUUID()
    const end = Date.now() + patienceMs
    for (;;) {
      const answer = await this.call('POST', path, body, { 'idempotency-key': key }).catch(() => null)
      if (answer !== null && answer.status < 500) return answer
      if (Date.now() > end) throw new Error(`no answer to POST ${path}: ${JSON.stringify(answer)}`)
      await sleep(100)
    }
  }
}

/** Follows topics as the web app does: joins, resumes by number after a break, and says when only a snapshot will do. */
export class LiveVisitor {
  readonly #url: string
  readonly #cookie: string
  readonly #at = new Map<string, Position>()
  readonly #onMessage: (topic: string, name: string, data: unknown) => void
  readonly #onResync: (topic: string) => void
  readonly #onFrame: (frame: Buffer) => void
  readonly #topics = new Set<string>()
  #socket: WebSocket | null = null
  #closed = false
  /** Gaps that the numbering revealed, and how often the connection was made. */
  gaps = 0
  connections = 0

  constructor(
    visitor: Visitor,
    on: {
      message: (topic: string, name: string, data: unknown) => void
      resync: (topic: string) => void
      /** Told of every frame as it came. */
      frame?: (frame: Buffer) => void
    },
  ) {
    this.#url = `${visitor.url.replace(/^http/, 'ws')}/live`
    this.#cookie = visitor.cookie
    this.#onMessage = on.message
    this.#onResync = on.resync
    this.#onFrame = on.frame ?? (() => undefined)
    this.#connect()
  }

  join(topic: string): void {
    this.#topics.add(topic)
    this.#subscribe(topic)
  }

  leave(topic: string): void {
    this.#topics.delete(topic)
    this.#at.delete(topic)
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify({ kind: 'unsubscribe', topic }))
  }

  /** Whether it knows itself connected. */
  get isConnected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  /** Loses its connection; it comes back by itself. */
  drop(): void {
    this.#socket?.terminate()
  }

  close(): void {
    this.#closed = true
    this.#socket?.terminate()
  }

  #connect(): void {
    const socket = new WebSocket(this.#url, {
      headers: { cookie: this.#cookie, origin: this.#url.replace(/^ws/, 'http').replace(/\/live$/, '') },
    })
    this.#socket = socket
    socket.on('error', () => undefined)
    socket.on('open', () => {
      this.connections += 1
      for (const topic of this.#topics) this.#subscribe(topic)
    })
    socket.on('message', (data: Buffer) => {
      this.#onFrame(data)
      this.#take(JSON.parse(data.toString('utf8')) as ServerFrame)
    })
    socket.on('close', () => {
      if (!this.#closed) setTimeout(() => this.#connect(), 200)
    })
  }

  #subscribe(topic: string): void {
    const since = this.#at.get(topic)
    if (this.#socket?.readyState === WebSocket.OPEN)
      this.#socket.send(JSON.stringify({ kind: 'subscribe', topic, ...(since === undefined ? {} : { since }) }))
  }

  #take(frame: ServerFrame): void {
    if (frame.kind === 'subscribed') {
      if (frame.recovered) return
      this.#at.set(frame.topic, { epoch: frame.epoch, seq: frame.seq })
      this.#onResync(frame.topic)
    } else if (frame.kind === 'message') {
      const at = this.#at.get(frame.topic)
      if (at !== undefined && frame.epoch === at.epoch && frame.seq <= at.seq) return
      if (at === undefined || frame.epoch !== at.epoch || frame.after > at.seq) {
        this.gaps += 1
        return this.#subscribe(frame.topic)
      }
      this.#at.set(frame.topic, { epoch: frame.epoch, seq: frame.seq })
      if (frame.name !== 'nothing') this.#onMessage(frame.topic, frame.name, frame.data)
    }
  }
}
