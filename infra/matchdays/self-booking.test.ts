import { describe, expect, it } from 'vitest'

import type { SelectionQuestion } from '@enlace/scheduling'

import type { Asking } from './askings.ts'
import { selfBooked } from './self-booking.ts'

const person = (side: 'host' | 'visitor') =>
  ({ side, standing: 'other', type: '', languages: [], slots: [0], atLeast: 0, atMost: 2, quotas: [] }) as const
/** A buyer with one slot, whom two firms ask. */
const question: SelectionQuestion = {
  participants: [person('host'), person('visitor'), person('visitor')],
  candidates: [],
  neverWith: [],
  interpreters: [],
  slots: 1,
  places: 5,
}
const first: Asking = { candidate: 0, pair: [0, 1], at: 0, answersAfter: 50, yes: false }
const second: Asking = { candidate: 1, pair: [0, 2], at: 10, answersAfter: 5, yes: true }
const booked = (askings: readonly Asking[], lapse = 100, close = 100) =>
  selfBooked(question, askings, { close, lapse, meanAnswer: 0, neverAnswer: 0 }, 20, () => 0)

describe('booking by oneself', () => {
  it('keeps a slot taken while a request waits, and gives it back with a no', () => {
    expect(booked([first, second])).toEqual([1])
    expect(booked([first, second], 100, 54)).toEqual([])
    expect(booked([second], 100, 54)).toEqual([1])
  })

  it('gives a slot back where requests lapse, and takes no answer after that', () => {
    expect(booked([{ ...first, answersAfter: null }, second])).toEqual([])
    expect(booked([{ ...first, answersAfter: null }, second], 15)).toEqual([1])
    expect(booked([{ ...first, yes: true }], 15)).toEqual([])
  })

  it('gives a slot to one meeting, and an answer at once leaves no wait', () => {
    expect(booked([{ ...first, answersAfter: 0, yes: true }, second])).toEqual([0])
    expect(booked([{ ...first, answersAfter: 0 }, second], 100, 16)).toEqual([1])
  })
})
