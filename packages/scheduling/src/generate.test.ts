import { expect, it } from 'vitest'
import { generate, largeDay, publishedSizes } from './generate.ts'
import { smallDay } from './generate-small.ts'

it('a made-up day has the size asked for, is the same again from its seed, and asks nobody for more than a day', () => {
  for (const size of [largeDay, ...Object.values(publishedSizes)]) {
    const day = generate(size, 3)
    expect([day.meetings.length, day.participants.length]).toEqual([size.meetings, size.buyers + size.suppliers])
    expect([day.slots.length, day.places.length]).toEqual([size.slots, size.places])
    const load = day.participants.map(() => 0)
    for (const one of day.meetings.flatMap(({ participants }) => participants)) load[one] = (load[one] ?? 0) + 1
    const over = day.participants.filter(({ forbidden }, one) => (load[one] ?? 0) > size.slots - forbidden.length)
    expect(over).toEqual([])
  }
  expect(generate(largeDay, 3)).toEqual(generate(largeDay, 3))
  expect(generate(largeDay, 3)).not.toEqual(generate(largeDay, 4))
})

it('on the large day people are away for about the share asked for', () => {
  const { participants, slots } = generate(largeDay, 1)
  const away = participants.reduce((sum, { forbidden }) => sum + forbidden.length, 0)
  expect(away / participants.length / slots.length).toBeCloseTo(largeDay.away, 1)
})

it('small days have rules of every kind', () => {
  const days = Array.from({ length: 100 }, (_, seed) => smallDay(seed))
  const meetings = days.flatMap((day) => day.meetings)
  expect(meetings.some(({ participants }) => participants.length === 3)).toBe(true)
  expect(meetings.some(({ slots }) => slots !== null)).toBe(true)
  expect(meetings.some(({ places }) => places !== null)).toBe(true)
  expect(meetings.some(({ pool }) => pool !== null)).toBe(true)
  expect(meetings.some(({ after }) => after.length > 0)).toBe(true)
  expect(days.some(({ walking }) => walking.length > 1)).toBe(true)
  expect(days.some(({ spread }) => spread === 0)).toBe(true)
})
