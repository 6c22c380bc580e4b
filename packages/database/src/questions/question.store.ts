import { sql } from 'drizzle-orm'

import type { QuestionView } from '@enlace/contracts'
import type { CallId, OrganisationId, QuestionId, UserId } from '@enlace/domain'

import { toInstant } from '../instant.ts'
import type { Transaction } from '../open.ts'

type Answer = { version: number; text: string; answeredAt: string }
type Row = Record<string, unknown> & { id: QuestionId; text: string; answers: Answer[]; mine: boolean }

const toQuestion = ({ id, text, answers, mine }: Row): QuestionView => {
  const [answer = null, ...earlier] = answers.map((one) => ({ ...one, answeredAt: toInstant(one.answeredAt) }))
  return { id, text, answer, earlier, mine }
}

/** The questions about a call that the actor may read: as they were answered, then those that wait, as they were asked. */
export async function listQuestions(tx: Transaction, callId: CallId): Promise<QuestionView[]> {
  const rows = await tx.execute<Row>(sql`
    select id, text, acting_asked(id) as mine,
      coalesce((select json_agg(json_build_object('version', question_answers.version, 'text', question_answers.text, 'answeredAt', answered_at)
        order by question_answers.version desc) from question_answers where question_id = questions.id), '[]') as answers
    from questions where call_id = ${callId}
    order by (select answered_at from question_answers where question_id = questions.id and question_answers.version = 1) nulls last, place
    limit 1000`)
  return rows.map(toQuestion)
}

/** What was asked before about a call, for one who may ask now; nothing for others. */
export async function listAskedBefore(
  tx: Transaction,
  callId: CallId,
): Promise<{ readonly id: QuestionId; readonly text: string }[]> {
  const rows = await tx.execute<{ id: QuestionId; text: string }>(sql`select id, text from asked_before(${callId})`)
  return [...rows]
}

/** Holds the questions of a call until the transaction ends, so that two who ask the same at once find each other. */
export async function holdQuestions(tx: Transaction, callId: CallId): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`questions ${callId}`}, 0))`)
}

/** How many questions the acting organisation asked or follows in a call. */
export async function countAskedByUs(tx: Transaction, callId: CallId): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(sql`
    select count(*)::int as n from question_askers where call_id = ${callId} and organisation_id = acting_organisation()`)
  return row?.n ?? 0
}

/**
 * Keeps that the acting organisation asks this: a new question where `text` is given, else one that is there. One reading
 * of the clock is held against the end of questions and kept; false past it. The questions of the call are held.
 */
export async function keepAsked(
  tx: Transaction,
  question: { readonly id: QuestionId; readonly callId: CallId; readonly text: string | null },
): Promise<boolean> {
  const { id, callId, text } = question
  const rows = await tx.execute(sql`
    with clock as materialized (select clock_timestamp() as now),
    timely as materialized (select clock.now from clock where acting_asks_at(${callId}, clock.now)),
    asked as (
      insert into questions (id, call_id, place, text)
      select ${id}::uuid, ${callId}::uuid, next_question_place(${callId}), ${text}::text from timely where ${text}::text is not null
    ), kept as (
      insert into question_askers (question_id, call_id, organisation_id, asked_at)
      select ${id}::uuid, ${callId}::uuid, acting_organisation(), now from timely on conflict do nothing
    )
    select from timely`)
  return rows.length === 1
}

export type GivenAnswer = { readonly questionId: QuestionId; readonly version: number; readonly text: string }

/**
 * Publishes answers in one statement, all with one reading of the clock, which is held against the deadline. How many
 * there were whose version was the one given; others were answered by a colleague meanwhile. `late` past the deadline.
 */
export async function publishAnswers(
  tx: Transaction,
  callId: CallId,
  answers: readonly GivenAnswer[],
  by: UserId,
): Promise<number | 'late'> {
  const [row] = await tx.execute<{ n: number; in_time: boolean }>(sql`
    with clock as materialized (select clock_timestamp() as now),
    timely as materialized (select clock.now from clock where acting_replies_at(${callId}, clock.now)),
    given as (select * from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) as given ("questionId" uuid, version int, text text)),
    raised as (
      update questions set version = questions.version + 1 from given, timely
      where questions.id = given."questionId" and questions.version = given.version and call_id = ${callId}
      returning questions.id, questions.version, given.text
    ), kept as (
      insert into question_answers (question_id, version, text, answered_by, answered_at)
      select raised.id, raised.version, raised.text, ${by}::uuid, timely.now from raised, timely
    )
    select (select count(*)::int from raised) as n, exists (select from timely) as in_time`)
  return row?.in_time === true ? row.n : 'late'
}

/** Whom an answer concerns: those asked by name, those who bid and those who asked; as enlace_system. */
export async function listAnswerReaders(tx: Transaction, callId: CallId): Promise<OrganisationId[]> {
  const rows = await tx.execute<{ id: OrganisationId }>(sql`
    select supplier_id as id from call_invitations where call_id = ${callId}
    union select organisation_id from bids where call_id = ${callId}
    union select organisation_id from question_askers where call_id = ${callId}
    order by id`)
  return rows.map(({ id }) => id)
}
