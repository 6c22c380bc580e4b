import { withField, type Position, type ServerFrame } from '@enlace/contracts'
import type { KeptNote } from '@enlace/database'

import type { Presented } from './present.ts'
import type { Listener } from './subscriber.ts'

/** What a channel reads from: the notes kept in Postgres and the present state they speak of. */
export type ChannelSource = {
  readonly epoch: () => string
  readonly lastSeq: (topic: string) => Promise<number>
  /** Notes after a number, in order; fewer than there were where they were forgotten. */
  readonly notesAfter: (topic: string, seq: number, limit: number) => Promise<readonly KeptNote[]>
  /** The data of a note as it stands now; null where there is nothing to tell any more. */
  readonly present: (note: KeptNote) => Promise<Presented | null>
}

/** More missed notes than this and a snapshot is cheaper. */
export const replayLimit = 500
/** Comings and goings within so long are told as one count: a thousand listeners who come back at once would else be told a million times. */
export const presenceEveryMs = 250

/** How many of one's own side are at a matchday is told to nobody: they are each other's competitors. */
const uncounted = /^(hosts|visitors):/

/** Of the notes just heard those not told yet, or null where nothing was heard or some are missing before or between them. */
function untold(heard: readonly KeptNote[], seq: number): readonly KeptNote[] | null {
  const next = heard.filter((note) => note.seq > seq)
  return heard.length > 0 && next.every((note, place) => note.seq === seq + 1 + place) ? next : null
}

/**
 * One topic with its listeners. All that happens on it happens in turn, so a listener never sees a later number
 * before an earlier one.
 */
export class Channel {
  readonly topic: string
  readonly subscribers = new Set<Listener>()
  readonly #source: ChannelSource
  #seq: number | null = null
  #turn: Promise<unknown> = Promise.resolve()
  #counting = false
  #joining = 0

  constructor(topic: string, source: ChannelSource) {
    this.topic = topic
    this.#source = source
  }

  get seq(): number {
    return this.#seq ?? 0
  }

  /** Nobody listens, and nobody is about to. */
  get idle(): boolean {
    return this.subscribers.size === 0 && this.#joining === 0
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.catch(() => undefined).then(work)
    this.#turn = done
    return done
  }

  /** Lets a socket listen, from where it was if that is still known, else from now. */
  async join(subscriber: Listener, since: Position | undefined): Promise<void> {
    this.#joining += 1
    await this.#inTurn(() => this.#join(subscriber, since)).finally(() => (this.#joining -= 1))
  }

  async #join(subscriber: Listener, since: Position | undefined): Promise<void> {
    // Counting before reading the rest means that whatever comes in between is told as a message.
    this.#seq ??= await this.#source.lastSeq(this.topic)
    const epoch = this.#source.epoch()
    const missed = since === undefined || since.epoch !== epoch ? null : await this.#missed(since.seq)
    subscriber.send({
      kind: 'subscribed',
      topic: this.topic,
      epoch,
      seq: missed === null ? this.#seq : (since?.seq ?? 0),
      recovered: missed !== null,
    })
    for (const text of missed ?? []) subscriber.sendText(text)
    this.subscribers.add(subscriber)
    subscriber.topics.add(this.topic)
    this.#countLater()
  }

  /** Lets everyone come back and take a snapshot: numbers of another epoch mean nothing. Whoever is just joining is in by then. */
  startOver(): Promise<void> {
    return this.#inTurn(async () => {
      this.#seq = null
      for (const subscriber of this.subscribers) subscriber.startOver()
    })
  }

  leave(subscriber: Listener): void {
    if (!this.subscribers.delete(subscriber)) return
    subscriber.topics.delete(this.topic)
    this.#countLater()
  }

  /** Tells the listeners what was noted since the last time: the notes just heard where they follow it, else those that are kept. */
  advance(heard: readonly KeptNote[] = []): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#seq === null || this.subscribers.size === 0) return
      const notes = untold(heard, this.#seq) ?? (await this.#source.notesAfter(this.topic, this.#seq, replayLimit))
      if (notes.length === 0) return
      const { frames, seq } = await this.#tell(this.#seq, notes)
      this.#seq = seq
      for (const text of frames) for (const subscriber of this.subscribers) subscriber.sendText(text)
    })
  }

  /** The frames between a client's number and ours, or null where some are no longer known. */
  async #missed(since: number): Promise<readonly string[] | null> {
    const now = this.seq
    if (since > now) return null
    if (since === now) return []
    if (now - since > replayLimit) return null
    const notes = (await this.#source.notesAfter(this.topic, since, replayLimit)).filter((note) => note.seq <= now)
    return notes.length === now - since ? (await this.#tell(since, notes)).frames : null
  }

  /** Several notes about one thing become one frame, in the place of the last. */
  async #tell(after: number, notes: readonly KeptNote[]): Promise<{ frames: string[]; seq: number }> {
    const last = new Map(notes.map((note) => [`${note.name} ${note.subject}`, note.seq]))
    const frames: string[] = []
    let told = after
    for (const note of notes) {
      if (last.get(`${note.name} ${note.subject}`) !== note.seq) continue
      // A change that left nothing to show still takes its number, so that no client sees a gap.
      const { name, data } = (await this.#source.present(note)) ?? { name: 'nothing', data: 'null' }
      const frame = {
        kind: 'message',
        topic: this.topic,
        epoch: this.#source.epoch(),
        after: told,
        seq: note.seq,
        ageMs: note.ageMs,
        name,
      } satisfies Omit<Extract<ServerFrame, { kind: 'message' }>, 'data'>
      frames.push(withField(frame, 'data', data))
      told = note.seq
    }
    return { frames, seq: notes.at(-1)?.seq ?? after }
  }

  #countLater(): void {
    if (this.#counting || uncounted.test(this.topic)) return
    this.#counting = true
    setTimeout(() => this.#tellPresence(), presenceEveryMs).unref()
  }

  #tellPresence(): void {
    this.#counting = false
    const text = JSON.stringify({
      kind: 'presence',
      topic: this.topic,
      count: this.subscribers.size,
    } satisfies ServerFrame)
    for (const subscriber of this.subscribers) subscriber.sendText(text)
  }
}
