import { needContent } from '@enlace/contracts'
import type { NeedContent } from '@enlace/domain'
import * as z from 'zod/mini'

/** The content of a stored need without what the system adds to it. */
export const contentOf = (need: NeedContent): NeedContent => z.parse(needContent, need)
