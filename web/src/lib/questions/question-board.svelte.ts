import {
  answerQuestions,
  askQuestion,
  listQuestions,
  topic,
  type CallView,
  type QuestionList,
  type QuestionView,
} from '@enlace/contracts'
import { mayInCall } from '@enlace/domain'
import { call } from '../api/call.ts'
import { live } from '../live/live.svelte.ts'
import { session } from '../session/session.svelte.ts'

/** The questions of one call, what may be done about them, and answers as they are being written. */
export class QuestionBoard {
  list = $state.raw<QuestionList | null>(null)
  error = $state.raw<unknown>(null)
  /** Answers that are not published yet, by question. */
  drafts = $state<Record<string, string>>({})
  readonly #call: CallView

  constructor(of: CallView) {
    this.#call = of
  }

  /** Whether questions are taken, as the server saw it when it was asked last. */
  get open(): boolean {
    const { list } = this
    return list !== null && list.until !== null && Date.parse(list.now) < Date.parse(list.until)
  }
  get mayAsk(): boolean {
    return this.open && mayInCall(this.#call.parts, 'ask', this.#call.phase) && session.may('bid.write')
  }
  get mayReply(): boolean {
    return mayInCall(this.#call.parts, 'reply', this.#call.phase)
  }
  /** What is written and not yet published. */
  get written(): readonly QuestionView[] {
    return this.list?.items.filter(({ id }) => (this.drafts[id] ?? '').trim() !== '') ?? []
  }

  load = async (): Promise<void> => {
    try {
      this.list = await call(listQuestions, { params: { id: this.#call.id } })
      this.error = null
    } catch (caught) {
      this.error = caught
    }
  }

  /** Follows the call until the returned function is called. */
  follow(): () => void {
    const own = session.organisation
    if (own === null) return () => undefined
    return live.listen(topic.organisation(own.id), {
      resync: () => void this.load(),
      message: (name) => {
        if (name === 'call.changed' || name === 'notification.created') void this.load()
      },
    })
  }

  /** Asks; the question that was asked before and is followed now, or null where this is a new one. */
  async ask(text: string, distinct: boolean): Promise<QuestionView | null> {
    const { question, likeness } = await call(askQuestion, { params: { id: this.#call.id }, body: { text, distinct } })
    await this.load()
    return likeness === null ? null : question
  }

  /** Publishes all that is written, at one moment. */
  async publish(): Promise<void> {
    const answers = this.written.map(({ id, answer }) => ({
      questionId: id,
      version: answer?.version ?? 0,
      text: this.drafts[id] ?? '',
    }))
    this.list = await call(answerQuestions, { params: { id: this.#call.id }, body: { answers } })
    this.drafts = {}
  }
}
