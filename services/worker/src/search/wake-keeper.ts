import { wakeIndexKeeper } from '@enlace/database'

import type { Reaction } from '../reactions/reaction.ts'

/** Reacts to whatever changes what people can find; the keeper reads the present rows, so no event can come late. */
export const wakeKeeper: Reaction = async () => wakeIndexKeeper
