import type { CallId, QuestionId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const answerView = z.object({ version: z.int(), text: z.string(), answeredAt: wire.instant })

/** A question as everybody sees it: of who asked, and when, it says nothing. */
export const questionView = z.object({
  id: wire.id<QuestionId>(),
  text: z.string(),
  /** The answer in force; null while there is none. */
  answer: z.nullable(answerView),
  /** What was answered before it was corrected, the newest first. */
  earlier: z.array(answerView),
  /** Whether the caller's organisation asked it or the same; nobody else is told. */
  mine: z.boolean(),
})
export type QuestionView = DeepReadonly<z.output<typeof questionView>>

export const questionList = z.object({
  items: z.array(questionView),
  /** Until when questions are taken; null where the call takes none. */
  until: z.nullable(wire.instant),
  /** By the database's clock. */
  now: wire.instant,
})
export type QuestionList = DeepReadonly<z.output<typeof questionList>>

const noun = 'questions'
const access = 'member'
const params = z.object({ id: wire.id<CallId>() })

export const listQuestions = endpoint({
  name: 'listQuestions',
  summary:
    'Questions about a call, the answered ones first as they were answered; one that waits is read by who asked and by the buyer.',
  noun,
  access,
  method: 'GET',
  path: '/api/calls/:id/questions',
  params,
  response: questionList,
})
export const askQuestion = endpoint({
  name: 'askQuestion',
  summary:
    'Ask the buyer before the end of questions; nobody learns who asked. One that was asked already is followed instead.',
  noun,
  access,
  method: 'POST',
  path: '/api/calls/:id/questions',
  params,
  body: z.object({
    text: wire.text(2000, 5),
    /** The asker read the one that is alike, and means another. */
    distinct: z._default(z.boolean(), false),
  }),
  success: 201,
  response: z.object({
    question: questionView,
    /** How alike the question is to the one that was asked before and is followed now, 0..1; null where it is a new one. */
    likeness: z.nullable(z.number()),
  }),
  problems: ['call.phase', 'question.late', 'question.reveals', 'question.limit'],
})
export const answerQuestions = endpoint({
  name: 'answerQuestions',
  summary:
    'Answer questions, or correct answers, for all who may bid at the same moment; each correction is a version more.',
  noun,
  access,
  method: 'POST',
  path: '/api/calls/:id/answers',
  params,
  body: z.object({
    answers: z
      .array(
        z.object({
          questionId: wire.id<QuestionId>(),
          /** The version of the answer that is corrected; 0 where there is none. */
          version: wire.whole(10_000),
          text: wire.text(8000, 1),
        }),
      )
      .check(z.minLength(1), z.maxLength(100)),
  }),
  response: questionList,
  problems: ['call.phase', 'thing.not-found', 'thing.changed'],
})
