import { problemStatus } from '@enlace/domain'
import { afterEach, describe, expect, it } from 'vitest'
import { overwriteGetLocale } from '../paraglide/runtime.js'
import { CallError, type CallErrorCode, problemFrom } from './call-error.ts'
import { learnProblems, problemWords } from './problem-words.ts'
import { serverWords } from './server-problem-words.ts'

learnProblems(serverWords)

afterEach(() => overwriteGetLocale(() => 'en'))
const fault = (code: string, message: string): CallError =>
  problemFrom(422, { code: 'input.invalid', detail: 'No.', faults: [{ path: 'body.volume.unit', code, message }] })

describe('a refusal', () => {
  it('is found by the name its field has in the form', () => {
    const error = fault('too_small', 'Write the unit.')
    expect([error.fault('volume.unit'), error.fault('volume')]).toEqual(['Write the unit.', undefined])
  })

  it("speaks the reader's language, and never the bare words of a schema", () => {
    expect(fault('too_small', 'Invalid input').fault('volume.unit')).not.toBe('Invalid input')
    overwriteGetLocale(() => 'es')
    expect(fault('date_order', 'It ends before it begins.').fault('volume.unit')).toBe(
      'Este día no calza con las otras fechas.',
    )
  })

  it.each([
    [401, null, 'identity.required'],
    [403, { code: 'made-up' }, 'identity.forbidden'],
    [404, 'gone', 'thing.not-found'],
    [502, {}, 'service.unavailable'],
    [500, null, 'service.fault'],
  ])('with status %i and the body %j that is no problem still has a code', (status, body, code) => {
    expect(problemFrom(status, body).code).toBe(code)
  })

  it('of a code that came up after the page was loaded is told by its status', () => {
    const later = problemFrom(404, { code: 'thing.of-tomorrow', detail: 'Gone.' })
    expect(problemWords(later)).toEqual(problemWords(problemFrom(404, { code: 'thing.not-found' })))
  })

  it('has a title and a sentence of its own for every code, in both languages', () => {
    const codes = Object.keys(problemStatus) as CallErrorCode[]
    const said = (['en', 'es'] as const).map((locale) => {
      overwriteGetLocale(() => locale)
      return codes.map((code) => problemWords(new CallError(code, 'server')))
    })
    expect(said.flat().filter(({ title, text }) => title === '' || text === '' || text === 'server')).toEqual([])
    expect(said[0]?.filter(({ title }, index) => title === said[1]?.[index]?.title)).toEqual([])
  })
})
