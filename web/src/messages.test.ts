import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'
import { compiledNouns, locales, messagesOf, nouns, pluralFaults, variablesOf } from './testing/messages.ts'

const [base = 'en', ...others] = locales
/** Every name that the code of the pages mentions. */
const said = new Set(
  readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(svelte|ts)$/.test(file) && !file.includes('paraglide'))
    .flatMap(
      (file) => readFileSync(join(import.meta.dirname, file), 'utf8').match(/\b[a-z]+(_[A-Za-z0-9]+)+\b/g) ?? [],
    ),
)

/** Words by which a text says tú: no list of all, those that nearly every such text has one of. */
const familiarWords =
  /(?<![\p{L}\p{N}])(tú|tus?|ti|te|contigo|tuy[oa]s?|puedes|tienes|quieres|debes|necesitas|eres|estás|haz|dilo|quieras|puedas|tengas|escribiste|verás|podrás|os|vuestr[oa]s?|\p{L}+[áé]is)(?![\p{L}\p{N}])/giu
const familiarIn = (message: unknown): readonly string[] => JSON.stringify(message).match(familiarWords) ?? []

describe('messages', () => {
  it('are compiled for every noun that has some', () => {
    expect(compiledNouns.toSorted()).toEqual(nouns.toSorted())
  })

  it.each(nouns)('of %s exist in every language, with the same variables', (noun) => {
    const described = (locale: string): readonly string[] =>
      Object.entries(messagesOf(noun, locale))
        .map(([key, message]) => `${key}(${variablesOf(message).join(', ')})`)
        .toSorted()
    for (const locale of others) expect(described(locale), locale).toEqual(described(base))
  })

  it.each(nouns)('of %s are named after their noun, and none is empty', (noun) => {
    const prefix = `${noun.replaceAll('-', '_')}_`
    const odd = locales.flatMap((locale) =>
      Object.entries(messagesOf(noun, locale))
        .filter(([key, message]) => !key.startsWith(prefix) || message === '')
        .map(([key]) => key),
    )
    expect(odd).toEqual([])
  })

  it.each(nouns)('of %s have every plural category of their language', (noun) => {
    const lacking = locales.flatMap((locale) =>
      Object.entries(messagesOf(noun, locale)).flatMap(([key, message]) =>
        pluralFaults(locale, message).map((category) => `${locale} ${key}: ${category}`),
      ),
    )
    expect(lacking).toEqual([])
  })

  it.each(nouns)('of %s are all said somewhere', (noun) => {
    expect(Object.keys(messagesOf(noun, base)).filter((key) => !said.has(key))).toEqual([])
    expect(said.has(`${noun}_that_nobody_says`)).toBe(false)
  })

  it.each(nouns)('of %s speak to a Spanish reader as usted', (noun) => {
    const familiar = Object.entries(messagesOf(noun, 'es')).filter(([, message]) => familiarIn(message).length > 0)
    expect(familiar.map(([key, message]) => `${key}: ${familiarIn(message).join(', ')}`)).toEqual([])
  })

  it('would be refused where a Spanish reader is spoken to as tú', () => {
    const familiar = 'Haz lo que quieres; te avisamos en tu correo.'
    expect(familiarIn(familiar)).toEqual(['Haz', 'quieres', 'te', 'tu'])
    expect(familiarIn('Haga lo que quiere; le avisamos en su correo. El estado de la etapa.')).toEqual([])
  })

  it('would be refused where a plural category is missing', () => {
    const message = [
      {
        declarations: ['input count', 'local form = count: plural'],
        selectors: ['form'],
        match: { 'form=one': '{count} row', 'form=other': '{count} rows' },
      },
    ]
    expect(pluralFaults('en', message)).toEqual([])
    expect(pluralFaults('es', message)).toEqual(['many'])
  })
})
