import type { CriterionId } from '../match.ts'
import type { Criterion } from '../pair.ts'
import { capabilityText } from './capability-text.ts'
import { capacity } from './capacity.ts'
import { category } from './category.ts'
import { certificates } from './certificates.ts'
import { geography } from './geography.ts'
import { inclusion } from './inclusion.ts'
import { innovation } from './innovation.ts'
import { price } from './price.ts'
import { trackRecord } from './track-record.ts'
import { willingness } from './willingness.ts'

/** Every criterion by its id, in the order people read them. */
export const criteria: Readonly<Record<CriterionId, Criterion>> = {
  'capability-text': capabilityText,
  category,
  certificates,
  capacity,
  geography,
  'track-record': trackRecord,
  price,
  innovation,
  inclusion,
  willingness,
}
