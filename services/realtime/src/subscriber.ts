import type { WebSocket } from 'ws'

import type { ServerFrame } from '@enlace/contracts'
import type { Actor, SessionId } from '@enlace/domain'

/** Bytes a socket may lag behind before it is cut; it comes back and resumes. */
export const backlogLimit = 256 * 1024
/** Close codes a client acts on: 1012 come back, 1013 come back in a moment, 4401 sign in again, 4403 the rights changed, 4408 too slow, 4429 too many frames. */
export const closeCodes = {
  restart: 1012,
  unavailable: 1013,
  session: 4401,
  rights: 4403,
  slow: 4408,
  flood: 4429,
} as const

/** One open socket: who it speaks for and what it listens to. */
export class Subscriber {
  readonly socket: WebSocket
  readonly sessionId: SessionId
  readonly topics = new Set<string>()
  actor: Actor
  alive = true

  constructor(socket: WebSocket, sessionId: SessionId, actor: Actor) {
    this.socket = socket
    this.sessionId = sessionId
    this.actor = actor
  }

  send(frame: ServerFrame): void {
    this.sendText(JSON.stringify(frame))
  }

  /** Has the client come back and take a snapshot, since the numbers it holds mean nothing any more. */
  startOver(): void {
    this.socket.close(closeCodes.restart, 'numbering began anew')
  }

  /** Sends a frame that was written once for many. A reader that does not keep up is cut, so that it hurts nobody else. */
  sendText(text: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return
    if (this.socket.bufferedAmount > backlogLimit) {
      this.socket.close(closeCodes.slow, 'too slow')
      setTimeout(() => this.socket.terminate(), 1000).unref()
      return
    }
    this.socket.send(text)
  }
}

/** What a channel asks of those who listen to it. */
export type Listener = Pick<Subscriber, 'topics' | 'send' | 'sendText' | 'startOver'>
