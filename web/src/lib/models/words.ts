import type { ModelView } from '@enlace/contracts'
import type { ModelKind } from '@enlace/domain'
import { number, share } from '$lib/locale/format.ts'
import { m } from '$lib/paraglide/messages.js'

/** How a model came about, in words. */
export const kindWords: Readonly<Record<ModelKind, () => string>> = {
  'hand-set': m.models_kind_hand_set,
  calibrated: m.models_kind_calibrated,
  learned: m.models_kind_learned,
}

type Side = NonNullable<ModelView['report']>['champion']
type Slice = Side['slices']['small']
/** Nothing can be said of a group without labels. */
const loss = ({ labels, logLoss }: Slice): string => (labels === 0 ? '–' : number(logLoss, 3))

type Measure = { readonly id: string; readonly label: () => string; readonly of: (side: Side) => string }

/** What a report tells of each side, in its order. */
export const measures: readonly Measure[] = [
  { id: 'ndcg', label: m.models_ndcg, of: ({ figures }) => number(figures.ndcg, 3) },
  { id: 'log-loss', label: m.models_log_loss, of: ({ figures }) => number(figures.logLoss, 3) },
  { id: 'brier', label: m.models_brier, of: ({ figures }) => number(figures.brier, 3) },
  { id: 'calibration', label: m.models_ece, of: ({ figures }) => number(figures.calibrationError, 3) },
  { id: 'small', label: m.models_small, of: ({ slices }) => share(slices.small.inTopTen) },
  { id: 'small-loss', label: m.models_small_loss, of: ({ slices }) => loss(slices.small) },
  { id: 'fresh', label: m.models_fresh, of: ({ slices }) => share(slices.fresh.inTopTen) },
  { id: 'fresh-loss', label: m.models_fresh_loss, of: ({ slices }) => loss(slices.fresh) },
]
