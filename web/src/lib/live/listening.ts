import type { LiveData, LiveName, ServerFrame, Topic } from '@enlace/contracts'

/** What a page does with a topic: `message` as it comes, `resync` when it must read its snapshot anew. */
export type Listener = {
  readonly message: <Name extends LiveName>(name: Name, data: LiveData<Name>) => void
  readonly resync: () => void
  readonly presence?: (count: number) => void
}
type MessageFrame = Extract<ServerFrame, { kind: 'message' }>
type SubscribedFrame = Extract<ServerFrame, { kind: 'subscribed' }>

/** One topic as this page follows it: where it stands in the numbering, and who listens. */
export class Listening {
  readonly topic: Topic
  readonly listeners = new Set<Listener>()
  #epoch: string | null = null
  #seq = 0

  constructor(topic: Topic) {
    this.topic = topic
  }

  /** The frame that (re)joins the topic, from where the page stood. */
  joining(): object {
    const since = this.#epoch === null ? {} : { since: { epoch: this.#epoch, seq: this.#seq } }
    return { kind: 'subscribe', topic: this.topic, ...since }
  }

  subscribed(frame: SubscribedFrame): void {
    // Recovered means that what was missed follows. Else only a snapshot read from now on holds the truth, the first
    // time too: the page may have read its own before this number.
    this.#epoch = frame.epoch
    if (frame.recovered) return
    this.#seq = frame.seq
    for (const listener of this.listeners) listener.resync()
  }

  /** @returns false where there is a gap before this message, so the topic must be joined again */
  take(frame: MessageFrame): boolean {
    if (frame.epoch !== this.#epoch || frame.seq <= this.#seq) return frame.epoch === this.#epoch
    if (frame.after > this.#seq) return false
    this.#seq = frame.seq
    if (frame.name !== 'nothing')
      for (const listener of this.listeners) listener.message(frame.name as LiveName, frame.data as never)
    return true
  }
}
