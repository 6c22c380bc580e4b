import { describe, expect, it } from 'vitest'

import type { KeptNote } from '@enlace/database'

import { Channel } from './channel.ts'
import type { Listener } from './subscriber.ts'

const noteOf = (seq: number): KeptNote => ({
  topic: 'need:1',
  seq,
  name: 'ranking.changed',
  // Each of its own thing, so that none is told in place of another.
  subject: String(seq),
  ageMs: 0,
})

/** A channel of which so many notes are kept, with one listener who came before the first. */
async function listening(kept: number) {
  const notes = Array.from({ length: kept }, (_, place) => noteOf(place + 1))
  const told: number[] = []
  let readings = 0
  const channel = new Channel('need:1', {
    epoch: () => 'one',
    lastSeq: async () => 0,
    notesAfter: async (_topic, seq) => {
      readings += 1
      return notes.filter((note) => note.seq > seq)
    },
    present: async ({ name, subject }) => ({ name, data: JSON.stringify(subject) }),
  })
  const listener: Listener = {
    topics: new Set<string>(),
    send: () => undefined,
    startOver: () => undefined,
    sendText: (text: string) => {
      const frame = JSON.parse(text) as { readonly kind: string; readonly after: number; readonly seq: number }
      if (frame.kind !== 'message') return
      expect(frame.after).toBe(told.at(-1) ?? 0)
      told.push(frame.seq)
    },
  }
  await channel.join(listener, undefined)
  return { channel, told, readings: () => readings }
}

describe('notes that are heard', () => {
  it('are told without reading them again where they follow what was told', async () => {
    const { channel, told, readings } = await listening(3)
    await channel.advance([noteOf(1)])
    await channel.advance([noteOf(2), noteOf(3)])
    expect(told).toEqual([1, 2, 3])
    expect(readings()).toBe(0)
  })

  it('are told once and in order where one came late, twice or not at all', async () => {
    const { channel, told, readings } = await listening(4)
    // The second is heard before the first, so what is kept is read: all four. Whatever comes then was told.
    for (const seqs of [[2], [1], [2], [4], [3, 4]]) await channel.advance(seqs.map(noteOf))
    expect(told).toEqual([1, 2, 3, 4])
    expect(readings()).toBe(1)
  })
})
