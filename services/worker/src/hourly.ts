import type { Database } from '@enlace/database'
import type { Logger } from '@enlace/runtime'
import type { Storage } from '@enlace/storage'

import { keepForgetting } from './demand/keep-forgetting.ts'
import { keepFair } from './fairness/keep-fair.ts'
import { keepSwept } from './files/sweep-files.ts'
import { keepTrained } from './learning/keep-trained.ts'

const hour = 3_600_000

type Kept = { readonly database: Database; readonly storage: Storage; readonly log: Logger }

/** Starts what is looked after once an hour; each part ends by its `close`. */
export const keepHourly = (kept: Kept) => [
  keepSwept(kept, hour),
  keepForgetting(kept, hour),
  keepTrained(kept, hour),
  keepFair(kept, hour),
]
