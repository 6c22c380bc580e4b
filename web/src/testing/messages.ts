import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

type Variants = {
  readonly declarations: readonly string[]
  readonly selectors: readonly string[]
  readonly match: Readonly<Record<string, string>>
}
/** A sentence, or its variants by plural category. */
export type Message = string | readonly Variants[]
export type Messages = Readonly<Record<string, Message>>

const folder = fileURLToPath(new URL('../../messages', import.meta.url))
const settings = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../project.inlang/settings.json', import.meta.url)), 'utf8'),
) as {
  readonly locales: readonly string[]
  readonly 'plugin.inlang.messageFormat': { readonly pathPattern: readonly string[] }
}
export const locales = settings.locales
/** Nouns that have sentences, by their folders. */
export const nouns: readonly string[] = readdirSync(folder)
/** Nouns whose sentences are compiled. */
export const compiledNouns: readonly string[] = settings['plugin.inlang.messageFormat'].pathPattern.map(
  (path) => path.split('/').at(-2) ?? '',
)

export const messagesOf = (noun: string, locale: string): Messages =>
  JSON.parse(readFileSync(`${folder}/${noun}/${locale}.json`, 'utf8')) as Messages

/** What is wrong with the plural variants of one message in one language. */
export function pluralFaults(locale: string, message: Message): readonly string[] {
  if (typeof message === 'string') return []
  return message.flatMap(({ declarations, selectors, match }) =>
    selectors.flatMap((selector) => {
      if (!declarations.some((line) => line.startsWith(`local ${selector} =`) && line.endsWith(': plural'))) return []
      const given = new Set(
        Object.keys(match).flatMap((key) =>
          key
            .split(',')
            .map((part) => part.trim())
            .filter((part) => part.startsWith(`${selector}=`))
            .map((part) => part.slice(selector.length + 1)),
        ),
      )
      if (given.has('*')) return []
      return new Intl.PluralRules(locale).resolvedOptions().pluralCategories.filter((category) => !given.has(category))
    }),
  )
}

/** The variables a message speaks of. */
export function variablesOf(message: Message): readonly string[] {
  const texts = typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match))
  const inputs =
    typeof message === 'string'
      ? []
      : message.flatMap(({ declarations }) =>
          declarations.filter((line) => line.startsWith('input ')).map((line) => line.slice(6)),
        )
  return [
    ...new Set([...texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')), ...inputs]),
  ].toSorted()
}
