import type { LanguageSkill } from '@enlace/domain'
import { languageName } from '../names/display-names.ts'
import { fold } from '../words/word.ts'
import { sentenceAround, spanOf, type Found, type ReadText } from './found.ts'

const asked = ['en', 'es', 'pt', 'fr', 'de', 'it', 'zh', 'ja', 'ko', 'ms', 'id', 'ar', 'nl', 'qu'] as const
const cue =
  /speak|spoken|language|fluen|bilingual|communicat|documentation|manuals?|reports?|written|in writing|level of|idioma|lengua|habl|bilingue|comunica|documenta|informes?|nivel|manej|falad|fala|relatorio|escrit/
const fluent = /fluen|native|bilingual|advanced|nativ|bilingue|avanzad|avancad/
const basic = /basic|elementary|elemental|basico/

let names: RegExp | undefined
let codes: ReadonlyMap<string, string> | undefined

function namePattern(): RegExp {
  codes ??= new Map(
    asked.flatMap((code) =>
      ['en', 'es', 'pt'].map((locale) => [fold(languageName(code, locale)).replace(/ \(.*/, ''), code] as const),
    ),
  )
  return (names ??= new RegExp(`(?<!\\p{L})(?:${[...codes.keys()].join('|')})(?!\\p{L})`, 'gu'))
}

/** The languages a supplier must speak; a language's name counts only in a sentence about speaking or writing. */
export function findLanguages(text: ReadText): readonly Found<LanguageSkill>[] {
  const found = new Map<string, Found<LanguageSkill>>()
  for (const match of text.folded.matchAll(namePattern())) {
    const code = codes?.get(match[0])
    const { before, after } = sentenceAround(text, match.index, match.index + match[0].length)
    const sentence = `${before.slice(-80)} ${after.slice(0, 60)}`
    if (code === undefined || found.has(code) || !cue.test(sentence)) continue
    const isPlain = fluent.test(sentence) || basic.test(sentence)
    const level = fluent.test(sentence) ? 'fluent' : basic.test(sentence) ? 'basic' : 'working'
    found.set(code, {
      value: { language: code, level },
      spans: [spanOf(text, match.index, match.index + match[0].length)],
      check: isPlain ? null : 'level-guessed',
    })
  }
  return [...found.values()]
}
