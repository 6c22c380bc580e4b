import * as contract from '@enlace/contracts'

import type { Mount } from '../http/mount.ts'
import { answerQuestions } from './answer-questions.ts'
import { askQuestion } from './ask-question.ts'
import { listQuestions } from './list-questions.ts'

export function mountQuestions(mount: Mount): void {
  mount.inTransaction(contract.listQuestions, listQuestions)
  mount.inTransaction(contract.askQuestion, askQuestion)
  mount.inTransaction(contract.answerQuestions, answerQuestions)
}
