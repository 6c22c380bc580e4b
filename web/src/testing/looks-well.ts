import { expect } from 'vitest'
import { findBarriers, overflowOf } from './find-barriers.ts'
import type { Visit } from './visit.ts'

/** Expects of a page as it stands that axe finds nothing, that it does not scroll sideways, and that its console is silent. */
export async function looksWell({ page, complaints }: Visit): Promise<void> {
  expect({ barriers: await findBarriers(page), overflow: await overflowOf(page), complaints }).toEqual({
    barriers: [],
    overflow: 0,
    complaints: [],
  })
}
