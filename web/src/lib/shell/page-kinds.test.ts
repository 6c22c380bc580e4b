import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { organisationKinds } from '@enlace/domain'
import { expect, it } from 'vitest'
import { nounsOf } from './navigation.ts'
import { forOthers, pagesOfKinds } from './page-kinds.ts'

const routes = readdirSync(join(import.meta.dirname, '../../routes/(app)'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\+page(@.*)?\.svelte$/.test(file))
  .map((file) => `/(app)/${file.replaceAll('\\', '/').replace(/\/?\+page(@.*)?\.svelte$/, '')}`)

it('keeps a page of one kind from the others, and what stands below it', () => {
  expect(forOthers('/(app)/firms', 'buyer')).toEqual(['agency'])
  expect(forOthers('/(app)/firms/twins', 'supplier')).toEqual(['agency'])
  expect(forOthers('/(app)/firms', 'agency')).toBeNull()
  expect(forOthers('/(app)/needs', 'agency')).toEqual(['buyer'])
  expect(forOthers('/(app)/needs/new', 'agency')).toBeNull()
  expect(forOthers('/(app)/matchdays/[id]/rooms/[meetingId]', 'supplier')).toBeNull()
  expect(forOthers('/(app)/calls/[id]', 'funder')).toBeNull()
})

it('has somebody for every page, and keeps nobody from where the navigation leads', () => {
  for (const route of routes) expect(organisationKinds.some((kind) => forOthers(route, kind) === null)).toBe(true)
  for (const kind of organisationKinds)
    for (const { href } of nounsOf(kind, false))
      expect([kind, href, forOthers(`/(app)${href}`, kind)]).toEqual([kind, href, null])
})

it('names pages that there are', () => {
  const known = new Set(routes.map((route) => route.replace('/(app)', '')))
  expect(Object.keys(pagesOfKinds).filter((page) => !known.has(page))).toEqual([])
})
