import { startTestHouse, type TestHouse } from '@enlace/testing'
import { afterAll, beforeAll } from 'vitest'

import { openPages, type Pages } from '../../../web/src/testing/pages.ts'
import { openHousePeople, type HousePeople } from './house-people.ts'

const patienceMs = 400_000

/** For a test in a browser: a house of its own with the web app, and organisations and people to be made in it; for the top of a test file. */
export function openWorld(): { readonly pages: Pages<TestHouse>; readonly world: Omit<HousePeople, 'close'> } {
  const pages = openPages(() => startTestHouse({ web: true }))
  let people: HousePeople | null = null
  const there = (): HousePeople => {
    if (people === null) throw new Error('people come once the house stands')
    return people
  }
  beforeAll(() => {
    people = openHousePeople(pages.house, pages.browser)
  }, patienceMs)
  afterAll(() => people?.close())
  return {
    pages,
    world: {
      get system() {
        return there().system
      },
      organisation: (kind, name) => there().organisation(kind, name),
      person: (organisationId, role) => there().person(organisationId, role),
    },
  }
}
