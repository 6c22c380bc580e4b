import { expect, it } from 'vitest'
import { rankCommands } from './rank-commands.ts'

const command = (id: string, label: string, keywords = '') => ({ id, label, group: 'go' as const, keywords })
const all = [
  command('needs', 'Needs'),
  command('post', 'Post a need', 'publish nuevo'),
  command('org', 'Organización'),
  command('dark', 'Dark theme', 'night'),
]
const ids = (typed: string): string[] => rankCommands(all, typed).map(({ id }) => id)

it('keeps the given order while nothing is typed', () => {
  expect(ids('  ')).toEqual(['needs', 'post', 'org', 'dark'])
})
it('puts a label that begins with the word before one that contains it, and that before a keyword', () => {
  expect(ids('need')).toEqual(['needs', 'post'])
  expect(ids('n')).toEqual(['needs', 'post', 'dark'])
})
it('wants every word, without regard to accents or capitals', () => {
  expect(ids('POST need')).toEqual(['post'])
  expect(ids('organizacion')).toEqual(['org'])
  expect(ids('post dark')).toEqual([])
})
