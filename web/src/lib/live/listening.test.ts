import { describe, expect, it } from 'vitest'

import { topic, type ServerFrame } from '@enlace/contracts'
import { asId, type NeedId } from '@enlace/domain'
import { Listening } from './listening.ts'

const start = () => {
  const told: string[] = []
  const listening = new Listening(topic.need(asId<NeedId>('n')))
  listening.listeners.add({ message: (name) => told.push(name), resync: () => told.push('resync') })
  listening.subscribed({ kind: 'subscribed', topic: 'need:n', epoch: 'e', seq: 5, recovered: false })
  told.length = 0
  return { listening, told }
}
const message = (after: number, seq: number, epoch = 'e'): Extract<ServerFrame, { kind: 'message' }> => ({
  kind: 'message',
  topic: 'need:n',
  epoch,
  after,
  seq,
  ageMs: 0,
  name: 'ranking.changed',
  data: null,
})

describe('a topic that a page listens to', () => {
  it('takes messages that follow on, also when one speaks for several numbers', () => {
    const { listening, told } = start()
    expect([listening.take(message(5, 6)), listening.take(message(6, 9)), listening.take(message(8, 10))]).toEqual([
      true,
      true,
      true,
    ])
    expect(told).toEqual(['ranking.changed', 'ranking.changed', 'ranking.changed'])
  })
  it('tells a gap and does not pass the message on', () => {
    const { listening, told } = start()
    expect(listening.take(message(6, 7))).toBe(false)
    expect(told).toEqual([])
    expect(listening.joining()).toEqual({ kind: 'subscribe', topic: 'need:n', since: { epoch: 'e', seq: 5 } })
  })
  it('passes a repeated message on only once', () => {
    const { listening, told } = start()
    listening.take(message(5, 6))
    expect(listening.take(message(5, 6))).toBe(true)
    expect(told).toEqual(['ranking.changed'])
  })
  it('asks for a snapshot when it could not be recovered, and not when it could', () => {
    const { listening, told } = start()
    listening.subscribed({ kind: 'subscribed', topic: 'need:n', epoch: 'e', seq: 5, recovered: true })
    expect(told).toEqual([])
    listening.subscribed({ kind: 'subscribed', topic: 'need:n', epoch: 'other', seq: 2, recovered: false })
    expect(told).toEqual(['resync'])
    expect(listening.take(message(2, 3, 'other'))).toBe(true)
  })
})
