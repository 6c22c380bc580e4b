import { expect, it } from 'vitest'
import { toBase64 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import type { Checkpoint } from './checkpoint.ts'
import { bodyText, entryHash, factsDigest } from './entry.ts'
import { Frontier } from './frontier.ts'
import { LogCheck, type Finding, type LogLine } from './log-check.ts'

type Whole = { index: number; at: string; body: string; hash: string; facts: string; salt: string }
const entry = (index: number, said = `entry ${index}`): Whole => {
  const [salt, facts] = [`salt ${index}`, canonicalJson({ said })]
  const at = `2026-11-26T12:00:${String(index).padStart(2, '0')}.000000Z`
  const digest = factsDigest(salt, facts)
  const body = bodyText({ act: 'need.published', actor: null, facts: digest, organisation: null, subject: {} })
  return { index, at, body, hash: toBase64(entryHash({ index, at, body })), facts, salt }
}
const log = Array.from({ length: 20 }, (_, index) => entry(index))
const signedAt = (lines: readonly Whole[], size: number): Checkpoint => {
  const frontier = new Frontier()
  for (const line of lines.slice(0, size)) frontier.append(entryHash(line))
  return { origin: 'test', size, root: frontier.root(), at: lines[size - 1]?.at ?? '' }
}
const given = [4, 8, 16].map((size) => signedAt(log, size))
const check = (lines: readonly LogLine[], checkpoints: readonly Checkpoint[] = given): readonly Finding[] => {
  const checking = new LogCheck(checkpoints)
  for (const line of lines) checking.add(line)
  return checking.end()
}
const first = (lines: readonly LogLine[], checkpoints?: readonly Checkpoint[]): unknown => {
  const [found] = check(lines, checkpoints)
  return found === undefined ? null : [found.tampering, found.index, found.to]
}
/** The log with other words from an entry on, in which all hashes fit. */
const rewrittenFrom = (index: number): Whole[] =>
  log.map((line) => (line.index < index ? line : entry(line.index, 'otherwise')))

it('finds nothing in a log as it was signed, whole or with entries that the reader may not see', () => {
  expect(check(log)).toEqual([])
  expect(check(log, [])).toEqual([])
  expect(
    check(log.map(({ index, hash, ...rest }) => (index % 3 === 0 ? { index, hash } : { index, hash, ...rest }))),
  ).toEqual([])
  expect(check(log.map((line) => ({ ...line, facts: null, salt: null })))).toEqual([])
})

it('names the very entry that does not fit itself', () => {
  const at5 = (change: Partial<LogLine>): LogLine[] =>
    log.map((line) => (line.index === 5 ? { ...line, ...change } : line))
  expect(first(at5({ body: log[6]?.body ?? '' }))).toEqual(['edited', 5, null])
  expect(first(at5({ at: '2026-11-26T12:00:05.000001Z' }))).toEqual(['edited', 5, null])
  expect(first(at5({ facts: '{"said":"nothing"}' }))).toEqual(['edited', 5, null])
  expect(first(at5({ salt: null }))).toEqual(['edited', 5, null])
  expect(first(at5({ hash: log[6]?.hash ?? '' }))).toEqual(['edited', 5, null])
  expect(first(at5({ body: null, hash: null }))).toEqual(['deleted', 5, null])
  expect(first(log.toSpliced(5, 1))).toEqual(['deleted', 5, null])
  expect(first(log.toSpliced(5, 3))).toEqual(['deleted', 5, null])
  expect(first(log.slice(1))).toEqual(['deleted', 0, null])
  expect(first([...log, entry(19)])).toEqual(['reordered', 20, null])
  expect(first([...log, {} as LogLine])).toEqual(['unreadable', 20, null])
})

it('finds two entries that changed places, although each was written anew', () => {
  const swapped = log.map((line) => {
    const from = line.index === 5 ? log[6] : line.index === 6 ? log[5] : line
    const moved = { ...(from ?? line), index: line.index }
    return { ...moved, hash: toBase64(entryHash(moved)) }
  })
  expect(first(swapped)).toEqual(['reordered', 6, null])
  expect(check(swapped).map(({ tampering }) => tampering)).toContain('rewritten')
})

it('finds the end that is missing', () => {
  expect(first(log.slice(0, 12))).toEqual(['truncated', 12, null])
  expect(first([])).toEqual(['truncated', 0, null])
  expect(check(log.slice(0, 16))).toEqual([])
})

it('finds, by a checkpoint alone, a log in which everything was made to fit, and between which two', () => {
  expect(first(rewrittenFrom(5))).toEqual(['rewritten', 4, 8])
  expect(first(rewrittenFrom(0))).toEqual(['rewritten', 0, 4])
  // What no checkpoint speaks of yet is not proved.
  expect(first(rewrittenFrom(17))).toBeNull()
  expect(first(rewrittenFrom(5), [])).toBeNull()
})

it('tells a fork: the same key signed what was and what is', () => {
  const forked = rewrittenFrom(5)
  expect(check(forked, [...given, signedAt(forked, 20)]).map(({ tampering }) => tampering)).toEqual([
    'rewritten',
    'forked',
  ])
  expect(check(log, [...given, signedAt(forked, 8)]).map(({ tampering }) => tampering)).toContain('forked')
})
