import { m } from '../paraglide/messages.js'
import { CallError, type CallErrorCode, codeOf } from './call-error.ts'

export type ProblemWords = {
  readonly title: string
  readonly text: string
  readonly offline: boolean
  readonly requestId: string | null
}
/** `about` says first what of the things at fault people have to know. */
type Words = readonly [title: () => string, text: () => string, about?: (error: CallError) => string]

/** What can go wrong where nothing more can be fetched; these words come with every page. */
const always = {
  'network.aborted': [m.problems_unreachable_title, m.problems_unreachable_text],
  'network.unreachable': [m.problems_unreachable_title, m.problems_unreachable_text],
  'service.unavailable': [m.problems_unavailable_title, m.problems_unavailable_text],
  'service.fault': [m.problems_fault_title, m.problems_fault_text],
} as const satisfies Partial<Readonly<Record<CallErrorCode, Words>>>

/** All other codes; total, so a new one does not compile until somebody has said what it means to a person. */
export type ServerWords = Readonly<Record<Exclude<CallErrorCode, keyof typeof always>, Words>>
let told: Partial<ServerWords> = {}
/** Takes the words of what a server answers, which are fetched with its first problem. */
export const learnProblems = (words: ServerWords): void => {
  told = words
}
const known: () => Partial<Readonly<Record<CallErrorCode, Words>>> = () => ({ ...always, ...told })

/** What went wrong and what to do, in the reader's language. */
export function problemWords(error: unknown): ProblemWords {
  if (!(error instanceof CallError))
    return { title: m.problems_page_title(), text: m.problems_page_text(), offline: false, requestId: null }
  const words = known()
  // A page that is older than the server meets codes that it has no words for.
  const [title, text, about] = words[error.code] ?? words[codeOf(error.status)] ?? always['service.fault']
  return {
    title: title(),
    text: about === undefined ? text() : `${about(error)} ${text()}`.trimStart(),
    offline: error.code === 'network.unreachable',
    requestId: error.code === 'service.fault' ? error.requestId : null,
  }
}
