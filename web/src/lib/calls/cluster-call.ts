import { listCandidates, readChallenge, type ChallengeView } from '@enlace/contracts'
import { awardCriterion, bidField, type BriefContent, type ClusterId, type NeedId } from '@enlace/domain'
import { call } from '../api/call.ts'
import { CallError } from '../api/call-error.ts'
import { m } from '../paraglide/messages.js'
import { templateOf, type CallTemplate } from './call-templates.ts'

/** The cluster that a call is for, with the challenge whose brief its firms have. */
export type CalledCluster = {
  readonly id: ClusterId
  readonly name: string
  readonly firms: readonly string[]
  readonly challenge: ChallengeView
}

/** A cluster of one's own challenge, as a call for it begins. */
export async function clusterToCall(needId: NeedId, id: ClusterId): Promise<CalledCluster> {
  const params = { id: needId }
  const [challenge, { clusters, items }] = await Promise.all([
    call(readChallenge, { params }),
    call(listCandidates, { params }),
  ])
  const cluster = clusters.find((one) => one.id === id)
  if (cluster === undefined) throw new CallError('thing.not-found', 'There is no such cluster.', 404, [])
  const firms = items.filter(({ clusterId }) => clusterId === id).map(({ supplier }) => supplier.name)
  return { id, name: cluster.name, firms, challenge }
}

const longestLabel = 300
const asked = (text: string, otherwise: string): string => (text.length <= longestLabel ? text : otherwise)

/**
 * What a call asks a cluster: the brief's open question and, where there is one, its specification, the same for all.
 * Whether its firms can do such work was looked at before, so nothing is asked of that.
 */
export function clusterTemplate({ question, specification }: BriefContent): CallTemplate {
  const isExact = specification.trim() !== ''
  return {
    ...templateOf('rfp'),
    access: 'invited',
    envelopes: ['technical', 'price'],
    fields: [
      bidField('question', 'technical', asked(question, m.calls_template_question()), 600),
      ...(isExact ? [bidField('specification', 'technical', m.calls_template_specification(), 300)] : []),
      bidField('terms', 'price', m.calls_template_terms(), 80),
    ],
    criteria: [
      awardCriterion('question', 'technical', m.calls_template_question_name(), isExact ? 40 : 60),
      ...(isExact ? [awardCriterion('specification', 'technical', m.calls_template_specification_name(), 20)] : []),
      awardCriterion('price', 'price', m.calls_envelope_price(), 40),
    ],
  }
}

/** A brief as the text of a call: how things stand, what is asked, and to the letter what must be met. */
export const clusterText = ({ baseline, question, specification }: BriefContent): string =>
  [baseline, question, specification].filter((part) => part.trim() !== '').join('\n\n')
