/**
 * suppliers: the own passport, or those of the firms in care; needs: the own ones; answers: given or received; imports; demand: what an
 * agency sees of it, by category and region; calls: a buyer's own; bids: a supplier's own, with what it wrote where that is not sealed;
 * results: what became of an agency's matchdays, without cells of fewer than three; rotation: what each firm got
 * of the good tables and hours at them.
 */
export const exportKinds = [
  'suppliers',
  'needs',
  'answers',
  'imports',
  'demand',
  'calls',
  'bids',
  'results',
  'rotation',
] as const
export type ExportKind = (typeof exportKinds)[number]
