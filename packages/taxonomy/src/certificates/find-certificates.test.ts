import { expect, test } from 'vitest'
import { certificateSchemes } from './certificate-schemes.ts'
import { certificateName, certificateScheme, findCertificates } from './find-certificates.ts'

const namesIn = (text: string): readonly string[] => findCertificates(text).map(({ scheme }) => scheme.name)

test.each([
  ['ISO 9001:2015, HACCP and BRC', ['ISO 9001', 'HACCP', 'BRCGS']],
  ['certificados iso9001 e ISO-14001 (2015)', ['ISO 9001', 'ISO 14001']],
  ['Global G.A.P. u orgánico UE', ['GLOBALG.A.P.', 'EU Organic']],
  ['OHSAS 18001 o ISO 45001', ['ISO 45001']],
  ['ISO/TS 16949, IPC-A-610 clase 3', ['IATF 16949', 'IPC-A-610']],
  ['con marcado CE', ['CE marking']],
  ['comercio justo y Empresa B', ['Fairtrade', 'B Corp']],
  ['Öko-Tex Standard 100 and GOTS', ['OEKO-TEX Standard 100', 'GOTS']],
] as const)('"%s" names %j', (text, names) => {
  expect(namesIn(text)).toEqual(names)
})

test('words that only look like a scheme are not believed', () => {
  expect(namesIn('we wrap pallets, reach the site in 30 sec, ce n est rien, basco, whats up')).toEqual([])
})

test('a found scheme says where it stands', () => {
  const text = 'Exigimos ISO 9001:2015.'
  expect(findCertificates(text)[0]?.spans).toEqual([{ start: 9, end: 22, text: 'ISO 9001:2015' }])
})

test('every scheme is found by its own stored name or one of its spellings, and no two share one', () => {
  const spellings = certificateSchemes().flatMap((scheme) => [scheme.name, ...scheme.aliases])
  expect(new Set(spellings.map((spelling) => spelling.toLowerCase())).size).toBe(spellings.length)
  for (const scheme of certificateSchemes()) {
    expect(certificateName(scheme.name)).toBe(scheme.name)
    for (const alias of scheme.aliases) {
      expect([alias, certificateScheme(alias)?.name]).toEqual([alias, scheme.name])
      expect([alias, namesIn(`con ${alias} vigente`).includes(scheme.name)]).toEqual([alias, true])
    }
  }
})

test('an unknown scheme keeps its name, tidied', () => {
  expect(certificateName('  NTP  209.088 ')).toBe('NTP 209.088')
  expect(certificateScheme('NTP 209.088')).toBeNull()
})
