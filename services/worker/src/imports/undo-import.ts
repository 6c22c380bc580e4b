import type { ImportId } from '@enlace/domain'
import { undoImport as undo } from '@enlace/interchange'

import type { Reaction } from '../reactions/reaction.ts'

/** Takes back what an import brought. */
export const undoImport: Reaction = {
  atOnce: (event) => (tx) => undo(tx, (event.payload as { importId: ImportId }).importId, event.requestId),
}
