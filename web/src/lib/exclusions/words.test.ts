import { expect, it } from 'vitest'
import { CallError } from '../api/call-error.ts'
import { learnProblems, problemWords } from '../api/problem-words.ts'
import { serverWords } from '../api/server-problem-words.ts'
import { overwriteGetLocale } from '../paraglide/runtime.js'
import { callSignNames, callSignWords } from '../queues/call-sign-words.ts'
import { callSignKinds } from '@enlace/domain'

it('a refusal names the grounds first and what to do then, in both languages', () => {
  learnProblems(serverWords)
  const refused = new CallError('exclusion.excluded', '', 409, [
    { path: 'bid', code: 'exclusion.weapons', message: '' },
    { path: 'bid', code: 'exclusion.sanctions', message: '' },
  ])
  const told = (['en', 'es'] as const).map((locale) => {
    overwriteGetLocale(() => locale)
    return problemWords(refused).text.split('. ')[0]
  })
  expect(told).toEqual([
    'Known of the supplier: Weapons and Standing on a list of sanctions',
    'Se sabe del proveedor: Armas y Figurar en una lista de sanciones',
  ])
})

it('every sign has a name and a sentence of its own', () => {
  overwriteGetLocale(() => 'es')
  const detail = { title: 'Sellos', amountMinor: 5_000_000, currency: 'USD', by: 'person' }
  expect(new Set(callSignKinds.map((kind) => callSignNames[kind]())).size).toBe(callSignKinds.length)
  expect(new Set(callSignKinds.map((kind) => callSignWords({ kind, detail }))).size).toBe(callSignKinds.length)
})
