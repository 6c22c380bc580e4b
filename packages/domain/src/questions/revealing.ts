import { fold } from '../text.ts'
import { tellingWords } from '../twins/firm-name.ts'

const signs = {
  address: /[^\s@]+@[^\s@]+\.[^\s@]+/u,
  site: /\b(https?:\/\/|www\.)\S+/iu,
  phone: /\+\d[\d\s().-]{6,}\d/u,
} as const

/** What in a question tells who asks. */
export type Revealing = keyof typeof signs | 'name'

/** What would tell everybody who asked: the asker's own name, a mail address, a site or a telephone number; null where nothing does. */
export function revealing(text: string, ownName: string): Revealing | null {
  const name = tellingWords(ownName).join(' ')
  const said = ` ${(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `
  if (name !== '' && said.includes(` ${name} `)) return 'name'
  for (const [sign, pattern] of Object.entries(signs) as [keyof typeof signs, RegExp][])
    if (pattern.test(text)) return sign
  return null
}
