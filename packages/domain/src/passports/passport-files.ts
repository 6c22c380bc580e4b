import type { FileId } from '../brand.ts'
import type { PassportContent } from './passport.ts'

/** The files that a passport refers to, each once. */
export const filesOf = ({ certificates }: Pick<PassportContent, 'certificates'>): readonly FileId[] => [
  ...new Set(certificates.flatMap(({ fileId }) => (fileId === null ? [] : [fileId]))),
]
