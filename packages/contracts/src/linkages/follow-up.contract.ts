import { followUpAnswers, linkageStages, type FollowUpId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const followUpView = z.object({
  id: wire.id<FollowUpId>(),
  /** How many days after the stage began it was asked. */
  days: z.int(),
  stage: z.enum(linkageStages),
  askedAt: wire.instant,
  answer: z.nullable(z.enum(followUpAnswers)),
  answeredAt: z.nullable(wire.instant),
})

const token = { token: wire.token }
const asked = z.object({
  /** Null where the buyer has not named itself. */
  partner: z.nullable(z.string()),
  need: z.nullable(z.string()),
  stage: z.enum(linkageStages),
  days: z.int(),
  answer: z.nullable(z.enum(followUpAnswers)),
})
const problems = ['follow-up.link', 'follow-up.spent', 'follow-up.expired'] as const

export const readFollowUp = endpoint({
  name: 'readFollowUp',
  summary: 'What the link of a mail asks; reading changes nothing.',
  noun: 'linkages',
  method: 'POST',
  path: '/api/follow-ups/read',
  access: 'public',
  body: z.object(token),
  response: asked,
  problems,
})

export const answerFollowUp = endpoint({
  name: 'answerFollowUp',
  summary: 'Answer by the link of a mail, once, without signing in; a value given with it is what this side states.',
  noun: 'linkages',
  method: 'POST',
  path: '/api/follow-ups/answer',
  access: 'public',
  body: z.object({ ...token, answer: z.enum(followUpAnswers), value: z._default(z.nullable(wire.money), null) }),
  response: asked,
  problems,
})
