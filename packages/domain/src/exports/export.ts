/**
 * suppliers: the own passport, or those of the firms in care; needs: the own ones; answers: given or received; imports; demand: what an
 * agency sees of it, by category and region.
 */
export const exportKinds = ['suppliers', 'needs', 'answers', 'imports', 'demand'] as const
export type ExportKind = (typeof exportKinds)[number]
