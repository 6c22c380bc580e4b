/** suppliers: the own passport, or those of the firms in care; needs: the own ones; answers: given or received; imports. */
export const exportKinds = ['suppliers', 'needs', 'answers', 'imports'] as const
export type ExportKind = (typeof exportKinds)[number]
