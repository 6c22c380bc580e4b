import { expect, it } from 'vitest'
import { slugOf } from './slug.ts'

it.each([
  ['Minería del Ñandú S.A.', 'mineria-del-nandu-s-a'],
  ['  --Ünïcode & Co--  ', 'unicode-co'],
  ['株式会社', 'organisation'],
  [`${'a'.repeat(59)} b`, 'a'.repeat(59)],
])('the slug of %j is %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
