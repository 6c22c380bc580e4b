import type { CallSignView } from '@enlace/contracts'
import type { CallSignKind } from '@enlace/domain'
import { days, money, number, share } from '../locale/format.ts'
import { type Detail, has, numberOf, textOf } from '../matches/detail-values.ts'
import { m } from '../paraglide/messages.js'

export const callSignNames: Readonly<Record<CallSignKind, () => string>> = {
  'alike-prices': m.queues_sign_alike_prices,
  'same-text': m.queues_sign_same_text,
  'shared-people': m.queues_sign_shared_people,
  'same-winner': m.queues_sign_same_winner,
  rotation: m.queues_sign_rotation,
  'single-bidder': m.queues_sign_single_bidder,
  'short-time': m.queues_sign_short_time,
  'criteria-changed': m.queues_sign_criteria_changed,
  'not-the-best': m.queues_sign_not_the_best,
  favoured: m.queues_sign_favoured,
  'lone-score': m.queues_sign_lone_score,
  'below-threshold': m.queues_sign_below_threshold,
}

const points = (value: number): string => number(Math.round(value * 10) / 10)
const wholeDays = (value: number): string => days(Math.max(0, Math.round(value)))
const pair = (detail: Detail) => ({ one: textOf(detail, 'one'), other: textOf(detail, 'other') })

const sentences: Readonly<Record<CallSignKind, (detail: Detail) => string>> = {
  'alike-prices': (detail) => {
    const told = { title: textOf(detail, 'title'), bids: numberOf(detail, 'bids') }
    return has(detail, 'factor')
      ? m.queues_sign_alike_prices_factor({
          ...told,
          factor: number(Math.round(numberOf(detail, 'factor') * 1000) / 1000),
        })
      : m.queues_sign_alike_prices_close({ ...told, variation: `${number(numberOf(detail, 'variation') * 100)} %` })
  },
  'same-text': (detail) =>
    m.queues_sign_same_text_why({
      ...pair(detail),
      title: textOf(detail, 'title'),
      share: share(numberOf(detail, 'share')),
      quote: textOf(detail, 'quote'),
    }),
  'shared-people': (detail) => {
    if (textOf(detail, 'by') === 'person') return m.queues_sign_shared_people_person(pair(detail))
    if (textOf(detail, 'by') === 'ownership') return m.queues_sign_shared_people_ownership(pair(detail))
    return m.queues_sign_shared_people_domain({ ...pair(detail), domain: textOf(detail, 'domain') })
  },
  'same-winner': (detail) =>
    m.queues_sign_same_winner_why({
      loser: textOf(detail, 'loser'),
      winner: textOf(detail, 'winner'),
      calls: numberOf(detail, 'calls'),
    }),
  rotation: (detail) =>
    m.queues_sign_rotation_why({ bidders: textOf(detail, 'bidders'), calls: numberOf(detail, 'calls') }),
  'single-bidder': (detail) =>
    m.queues_sign_single_bidder_why({ calls: numberOf(detail, 'calls'), of: numberOf(detail, 'of') }),
  'short-time': (detail) =>
    m.queues_sign_short_time_why({
      title: textOf(detail, 'title'),
      days: wholeDays(numberOf(detail, 'days')),
      usual: wholeDays(numberOf(detail, 'usual')),
    }),
  'criteria-changed': (detail) => m.queues_sign_criteria_changed_why({ title: textOf(detail, 'title') }),
  'not-the-best': (detail) =>
    m.queues_sign_not_the_best_why({
      title: textOf(detail, 'title'),
      winner: textOf(detail, 'winner'),
      best: textOf(detail, 'best'),
      score: points(numberOf(detail, 'score')),
      most: points(numberOf(detail, 'most')),
    }),
  favoured: (detail) =>
    m.queues_sign_favoured_why({
      winner: textOf(detail, 'winner'),
      author: textOf(detail, 'author'),
      evaluator: textOf(detail, 'evaluator'),
      calls: numberOf(detail, 'calls'),
      others: numberOf(detail, 'others'),
    }),
  'lone-score': (detail) =>
    m.queues_sign_lone_score_why({
      title: textOf(detail, 'title'),
      evaluator: textOf(detail, 'evaluator'),
      bidder: textOf(detail, 'bidder'),
      share: share(numberOf(detail, 'share')),
      usual: share(numberOf(detail, 'usual')),
    }),
  'below-threshold': (detail) =>
    m.queues_sign_below_threshold_why({
      calls: numberOf(detail, 'calls'),
      sum: money({ amountMinor: numberOf(detail, 'amountMinor'), currency: textOf(detail, 'currency') }),
    }),
}

/** What was found and why it asks for a look, in the reader's language. */
export const callSignWords = ({ kind, detail }: Pick<CallSignView, 'kind' | 'detail'>): string =>
  sentences[kind](detail)
