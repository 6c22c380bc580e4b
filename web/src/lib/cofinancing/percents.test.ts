import { expect, it } from 'vitest'

import { readPercents, writePercents } from './percents.ts'

it('reads what people write for several percents, and writes what it reads', () => {
  for (const text of ['70, 60, 50', '70/60/50 %', '70 60  50', '70;60;50'])
    expect(readPercents(text)).toEqual([70, 60, 50])
  expect(readPercents(writePercents([70, 0]))).toEqual([70, 0])
  expect(readPercents('seventy')).toEqual([NaN])
  expect(readPercents('')).toEqual([])
})
