import type { QuestionView } from '@enlace/contracts'
import { asSystem } from '@enlace/database'
import { sql } from 'drizzle-orm'

import { inDays } from './call-world.ts'
import { at, missing, plain, type Ask, type Asks } from './tenancy-ask.ts'
import { callOf, callVariants } from './tenancy-call-asks.ts'
import type { World } from './tenancy-world.ts'

/** A call that takes questions; in the invited one the supplier asked what the others must not read. */
async function asked(world: World, variant: string): Promise<{ call: string; question: string }> {
  const { id: call } = await callOf(world, variant)
  await asSystem(world.api.system, (tx) =>
    tx.execute(
      sql`update calls set content = content || ${JSON.stringify({ questionsUntil: inDays(3) })}::jsonb where id = ${call}`,
    ),
  )
  if (variant === 'draft') return { call, question: missing }
  const { client } = await world.as('supplier')
  const text = variant === 'invited' ? 'Is canary-call welded or cast?' : 'Are the seals welded or cast?'
  const { body } = await client.post(`/api/calls/${call}/questions`, { text })
  return { call, question: (body as { question: QuestionView }).question.id }
}
const questions = (
  rest: string,
  body?: (question: string) => object,
  url = (call: string): string => `/api/calls/${call}${rest}`,
): Asks => ({
  ...Object.fromEntries(
    callVariants.map((variant) => [
      variant,
      async (world: World): Promise<Ask> => {
        const { call, question } = await asked(world, variant)
        return at(url(call), body?.(question))
      },
    ]),
  ),
  missing: () => at(url(missing), body?.(missing)),
})

/** How operations of questions and open data are asked; whoever asks as the buyer has no seat in the call. */
export const questionAsks: Readonly<Record<string, Asks>> = {
  listQuestions: questions('/questions'),
  askQuestion: questions('/questions', () => ({ text: 'Who pays the freight?' })),
  listReleases: plain('/api/ocds/releases.json?limit=100'),
  readRecord: questions('', undefined, (call) => `/api/ocds/records/ocds-enlace-${call}.json`),
  answerQuestions: questions('/answers', (questionId) => ({ answers: [{ questionId, version: 0, text: 'We do.' }] })),
}
