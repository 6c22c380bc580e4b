import { problemWords } from '../api/problem-words.ts'
import { toasts } from './toasts.svelte.ts'

type AttemptOptions = {
  /** Takes the act back. */
  readonly undo?: () => void
  /** Brings the page level again after a refusal: it showed what is no longer so. */
  readonly lookAgain?: () => Promise<unknown>
}

/** Says what went wrong, and what can be done about it. */
export function sayProblem(error: unknown): void {
  const { title, text } = problemWords(error)
  toasts.say(`${title}. ${text}`, { tone: 'bad' })
}

/** Does what somebody asked for and says that it is done, or says what went wrong and looks again. Whether it was done. */
export async function attempt(
  act: () => Promise<unknown>,
  done: string,
  { undo, lookAgain }: AttemptOptions = {},
): Promise<boolean> {
  try {
    await act()
    toasts.say(done, undo === undefined ? {} : { undo })
    return true
  } catch (error) {
    sayProblem(error)
    await lookAgain?.()
    return false
  }
}
