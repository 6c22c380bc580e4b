import { expect, it } from 'vitest'
import { mailLines } from './mail-lines.ts'

it('makes a link of a line that is an address of this site, and of nothing else', () => {
  const body =
    'Open this:\n\nhttp://here.example/sign-in/link#token=abc\n\nhttp://here.example.evil/x\nSee http://here.example/x there.\n'
  expect(mailLines(body, 'http://here.example')).toEqual([
    { text: 'Open this:' },
    { href: '/sign-in/link#token=abc' },
    { text: 'http://here.example.evil/x' },
    { text: 'See http://here.example/x there.' },
  ])
})
