import { passportContent } from '@enlace/contracts'
import { expect, it } from 'vitest'
import { overwriteGetLocale } from '../paraglide/runtime.js'
import { prefillOf } from './prefill.ts'

const id = '0190a000-0000-7000-8000-000000000001'
const content = passportContent.parse({
  contactEmail: 'ventas@sellos.example',
  capabilities: [
    { id, text: 'Mechanical seals for slurry pumps', capacity: { value: 400, unit: 'pcs', per: 'year' } },
    { id, text: 'Gaskets' },
  ],
  references: [
    { id, text: 'Seals', customer: 'Mina Alta', year: 2024, value: { amountMinor: 150_000, currency: 'USD' } },
  ],
  certificates: [{ id, scheme: 'ISO 9001', issuer: 'SGS', expiresOn: '2031-03-01' }],
})

it.each([
  ['capabilities', 'Mechanical seals for slurry pumps\nGaskets'],
  ['capacity', 'Mechanical seals for slurry pumps: 400 pieces a year'],
  ['references', 'Seals · Mina Alta · 2024 · USD\u00a01,500'],
  ['certificates', 'ISO 9001 · SGS · → Mar 1, 2031'],
  ['contact', 'ventas@sellos.example'],
] as const)('answers with the %s of the passport', (prefill, text) => {
  overwriteGetLocale(() => 'en')
  expect(prefillOf(content, prefill, 100)).toBe(text)
})

it('leaves out whole lines that would be over the words, and says nothing where the passport does', () => {
  expect(prefillOf(content, 'capabilities', 5)).toBe('Mechanical seals for slurry pumps')
  expect(prefillOf(content, 'capabilities', 4)).toBe('')
  expect(prefillOf(passportContent.parse({}), 'contact', 100)).toBe('')
})
