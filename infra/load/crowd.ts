import { WebSocket } from 'ws'

import type { Position, ServerFrame } from '@enlace/contracts'

/** Handshakes under way at once when the crowd first comes; a reconnect storm has no such manners. */
const comingAtOnce = 50
const tellEveryMs = 10
const firstWaitMs = 500

export type Tally = {
  /** Connections that are subscribed now. */
  readonly listening: number
  /** Messages that arrived, over all connections. */
  readonly heard: number
  readonly presences: number
  /** Subscriptions that were resumed without a snapshot, and those that lost their place or found a gap. */
  readonly resumed: number
  readonly lost: number
}
export type Door = { readonly url: string; readonly cookie: string; readonly origin: string; readonly topic: string }

/** Many browsers on one topic, which come back as the web app does: after a wait that differs, from where they were. */
export class Crowd {
  readonly #door: Door
  readonly #count: number
  readonly #tell: (tally: Tally) => void
  readonly #tally = { listening: 0, heard: 0, presences: 0, resumed: 0, lost: 0 }
  #toCome: number
  #telling = false

  constructor(door: Door, count: number, tell: (tally: Tally) => void) {
    this.#door = door
    this.#count = count
    this.#toCome = count
    this.#tell = tell
  }

  open(): void {
    for (let number = 0; number < Math.min(comingAtOnce, this.#count); number += 1) this.#next()
  }

  #next(): void {
    if (this.#toCome === 0) return
    this.#toCome -= 1
    this.#connect({ at: null, attempt: 0 })
  }

  #connect(place: { at: Position | null; attempt: number }): void {
    const { url, cookie, origin, topic } = this.#door
    const socket = new WebSocket(url, { headers: { cookie, origin }, perMessageDeflate: false })
    let listening = false
    socket.on('error', () => undefined)
    socket.on('open', () => {
      place.attempt = 0
      socket.send(JSON.stringify({ kind: 'subscribe', topic, ...(place.at === null ? {} : { since: place.at }) }))
    })
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString('utf8')) as ServerFrame
      if (frame.kind === 'subscribed') {
        listening = true
        this.#tally.listening += 1
        if (frame.recovered) this.#tally.resumed += 1
        else if (place.at === null) this.#next()
        else this.#tally.lost += 1
        place.at = { epoch: frame.epoch, seq: frame.seq }
      } else if (frame.kind === 'message') {
        if (frame.after !== place.at?.seq) this.#tally.lost += 1
        place.at = { epoch: frame.epoch, seq: frame.seq }
        this.#tally.heard += 1
      } else if (frame.kind === 'presence') this.#tally.presences += 1
      this.#tellSoon()
    })
    socket.on('close', () => {
      if (listening) this.#tally.listening -= 1
      this.#tellSoon()
      const wait = firstWaitMs * 2 ** place.attempt * (0.5 + Math.random() / 2)
      place.attempt += 1
      setTimeout(() => this.#connect(place), wait)
    })
  }

  #tellSoon(): void {
    if (this.#telling) return
    this.#telling = true
    setTimeout(() => {
      this.#telling = false
      this.#tell({ ...this.#tally })
    }, tellEveryMs)
  }
}
