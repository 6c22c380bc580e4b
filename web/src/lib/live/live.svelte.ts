import type { ServerFrame, Topic } from '@enlace/contracts'

import { Listening, type Listener } from './listening.ts'

export type LiveState = 'live' | 'catching-up' | 'offline'

const firstWaitMs = 500
const longestWaitMs = 15_000
const pingEveryMs = 20_000
/** A connection that answers nothing for this long is taken for dead. */
const silenceMs = 45_000
const signedOut = 4401

/** The one websocket of the page: joins topics, comes back by itself, and says how current the page is. */
class Live {
  state = $state<LiveState>('catching-up')
  /** Seconds between a change being recorded and it being shown here, of the last message. */
  lagSeconds = $state(0)
  readonly #topics = new Map<string, Listening>()
  #socket: WebSocket | null = null
  #attempt = 0
  #timer: ReturnType<typeof setTimeout> | undefined
  #heardAt = 0
  #joining = new Set<string>()

  /** Listens to a topic until the returned function is called; for an $effect's return value. */
  listen(topic: Topic, listener: Listener): () => void {
    let listening = this.#topics.get(topic)
    if (listening === undefined) {
      this.#topics.set(topic, (listening = new Listening(topic)))
      this.#join(listening)
    }
    listening.listeners.add(listener)
    this.#connect()
    return () => {
      listening.listeners.delete(listener)
      if (listening.listeners.size > 0 || this.#topics.get(topic) !== listening) return
      this.#topics.delete(topic)
      this.#send({ kind: 'unsubscribe', topic })
    }
  }

  /** Forgets everything, at signing out. */
  close(): void {
    this.#topics.clear()
    clearTimeout(this.#timer)
    this.#socket?.close()
    this.#socket = null
  }

  #connect(): void {
    if (this.#socket !== null || typeof WebSocket === 'undefined') return
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}/live`)
    this.#socket = socket
    this.#heardAt = Date.now()
    const beat = setInterval(() => this.#beat(socket), pingEveryMs)
    socket.onopen = () => {
      this.#attempt = 0
      this.#joining = new Set(this.#topics.keys())
      for (const listening of this.#topics.values()) this.#join(listening)
      this.#settle()
    }
    socket.onmessage = (event: MessageEvent<string>) => this.#take(JSON.parse(event.data) as ServerFrame)
    socket.onclose = (event) => {
      clearInterval(beat)
      if (this.#socket !== socket) return
      this.#socket = null
      this.state = navigator.onLine ? 'catching-up' : 'offline'
      if (event.code !== signedOut && this.#topics.size > 0) this.#comeBack()
    }
  }

  /** Waits longer each time and never as long as others do, so that a restarted server is not stormed. */
  #comeBack(): void {
    const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** this.#attempt)
    this.#attempt += 1
    if (this.#attempt > 3) this.state = 'offline'
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#connect(), wait * (0.5 + Math.random() / 2))
  }

  #beat(socket: WebSocket): void {
    if (Date.now() - this.#heardAt > silenceMs) socket.close()
    else this.#send({ kind: 'ping', at: Date.now() })
  }

  #take(frame: ServerFrame): void {
    this.#heardAt = Date.now()
    if (frame.kind === 'pong') return
    const listening = frame.topic === undefined ? undefined : this.#topics.get(frame.topic)
    if (frame.kind === 'error') this.#joining.delete(frame.topic ?? '')
    else if (frame.kind === 'presence') listening?.listeners.forEach((listener) => listener.presence?.(frame.count))
    else if (frame.kind === 'subscribed') {
      this.#joining.delete(frame.topic)
      listening?.subscribed(frame)
    } else {
      this.lagSeconds = Math.round(frame.ageMs / 1000)
      if (listening?.take(frame) === false) this.#join(listening)
    }
    this.#settle()
  }

  #settle(): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.state = this.#joining.size === 0 ? 'live' : 'catching-up'
  }

  #join(listening: Listening): void {
    this.#send(listening.joining())
  }

  #send(frame: object): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame))
  }
}

export const live = new Live()
