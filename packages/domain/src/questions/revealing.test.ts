import { expect, it } from 'vitest'

import { revealing } from './revealing.ts'

it.each([
  ['We at Seales Andes would ask: by when?', 'name'],
  ['Write to me at ana@seals.example.', 'address'],
  ['Our drawing is at https://seals.example/a', 'site'],
  ['Call +56 2 2345 6789 please.', 'phone'],
  ['Which seals are used in the Andes, at 20 bar and 120 degrees?', null],
])('“%s” reveals %s', (text, expected) => expect(revealing(text, 'Seales Andes S.A.')).toBe(expected))
