import { fold, type Span } from '../words/word.ts'
import { certificateSchemes, shyNames, type CertificateScheme } from './certificate-schemes.ts'

type Pattern = { readonly scheme: CertificateScheme; readonly pattern: RegExp }

let patterns: readonly Pattern[] | undefined
let byKey: ReadonlyMap<string, CertificateScheme> | undefined

/** Only letters and digits, so that "iso-9001" and "ISO 9001" are one; an edition year at the end goes. */
const keyOf = (name: string): string =>
  fold(name.trim())
    .replace(/[:(/\s-]+(19|20)\d\d\)?$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Parts of a spelling may be joined by blanks, hyphens, slashes, dots or nothing; an edition year may follow. */
function patternOf(spellings: readonly string[]): RegExp {
  const alternatives = spellings.map((spelling) =>
    fold(spelling)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((part) => part !== '')
      .flatMap((part) => part.split(/(?<=\p{L})(?=\d)/u))
      .join('[\\s./-]*'),
  )
  const longestFirst = alternatives.toSorted((a, b) => b.length - a.length)
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.join('|')})\\b(?:\\s?[:(/-]\\s?(?:19|20)\\d\\d\\)?)?`, 'gu')
}

const schemePatterns = (): readonly Pattern[] =>
  (patterns ??= certificateSchemes().map((scheme) => ({
    scheme,
    pattern: patternOf(shyNames.has(scheme.name) ? scheme.aliases : [scheme.name, ...scheme.aliases]),
  })))

/** The scheme that a name stands for ("BRC" is BRCGS, "ISO 9001:2015" is ISO 9001), or null where we do not know it. */
export function certificateScheme(name: string): CertificateScheme | null {
  byKey ??= new Map(
    certificateSchemes().flatMap((scheme) =>
      [scheme.name, ...scheme.aliases].map((spelling) => [keyOf(spelling), scheme] as const),
    ),
  )
  return byKey.get(keyOf(name)) ?? null
}

/** The one spelling under which a scheme is stored, so that both sides' certificates meet; unknown names are only trimmed. */
export const certificateName = (name: string): string =>
  certificateScheme(name)?.name ?? name.trim().replace(/\s+/g, ' ')

/** The same papers under the spelling by which both sides meet: "BRC" asked for is met by "BRCGS" held. */
export const withCertificateNames = <Paper extends { readonly scheme: string }>(papers: readonly Paper[]): Paper[] =>
  papers.map((paper) => ({ ...paper, scheme: certificateName(paper.scheme) }))

/** The certificate schemes a text names, each once, with every place where it does. */
export function findCertificates(
  text: string,
): readonly { readonly scheme: CertificateScheme; readonly spans: readonly Span[] }[] {
  const folded = fold(text)
  const found = schemePatterns().map(({ scheme, pattern }) => ({
    scheme,
    spans: [...folded.matchAll(pattern)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      text: text.slice(match.index, match.index + match[0].length),
    })),
  }))
  return found
    .filter(({ spans }) => spans.length > 0)
    .toSorted((a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0))
}
