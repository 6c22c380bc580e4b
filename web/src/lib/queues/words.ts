import type { ReactionName } from '@enlace/contracts'
import { m } from '$lib/paraglide/messages.js'

/** What each kind of work behind the scenes does, in words. */
export const workWords: Readonly<Record<ReactionName | 'publish', () => string>> = {
  publish: m.queues_publish,
  'rank-need': m.queues_work_rank_need,
  'rank-passport': m.queues_work_rank_passport,
  'mark-passport': m.queues_work_mark_passport,
  'run-import': m.queues_work_run_import,
  'rank-import': m.queues_work_rank_import,
  'rank-glossary': m.queues_work_rank_glossary,
  'rank-exclusions': m.queues_work_rank_exclusions,
  'undo-import': m.queues_work_undo_import,
  'find-alerts': m.queues_work_find_alerts,
  notify: m.queues_work_notify,
  'send-mail': m.queues_work_send_mail,
  'train-model': m.queues_work_train_model,
  'start-linkage': m.queues_work_start_linkage,
  'open-contract': m.queues_work_open_contract,
  'tell-linkage': m.queues_work_tell_linkage,
  'plan-matchday': m.queues_work_plan_matchday,
  'invite-to-meetings': m.queues_work_invite_to_meetings,
  'feed-clock': m.queues_work_feed_clock,
  'seat-people': m.queues_work_seat_people,
  'fit-innovations': m.queues_work_fit_innovations,
  'find-signs': m.queues_work_find_signs,
  'close-challenge': m.queues_work_close_challenge,
}
