import { takePicture } from '@enlace/testing'
import { expect } from 'vitest'
import { findBarriers, overflowOf } from './find-barriers.ts'
import type { Look, Visit } from './visit.ts'

/** Expects of a page as it stands that axe finds nothing, that it does not scroll sideways, and that its console is silent. */
export async function looksWell({ page, complaints }: Visit): Promise<void> {
  expect({ barriers: await findBarriers(page), overflow: await overflowOf(page), complaints }).toEqual({
    barriers: [],
    overflow: 0,
    complaints: [],
  })
}

/** Takes a page's picture and looks at it. */
export async function looksWellAs(seen: Visit, name: string): Promise<void> {
  await takePicture(seen.page, name, { fullPage: true })
  await looksWell(seen)
}

/** A phone in the other language and the dark. */
export const phone: Look = { width: 360, theme: 'dark', locale: 'es' }
/** A page as it looks in a window that `open` opens on a phone, in the other language and the dark. */
export async function looksWellOnPhone(
  open: (look: Look) => Promise<Visit>,
  path: string,
  name: string,
): Promise<void> {
  const seen = await open(phone)
  await seen.go(path)
  await looksWellAs(seen, `${name}-phone`)
  await seen.context.close()
}
