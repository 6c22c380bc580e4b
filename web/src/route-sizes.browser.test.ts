import { expect, it } from 'vitest'
import { routeSizes } from '../sizes.js'

const firstViewKib = 75
const routeKib = 130
const firstViews: ReadonlySet<string> = new Set(['/', '/sign-in'])

it('keeps the JavaScript of the first view and of every route within its budget', async () => {
  const sizes = await routeSizes()
  const tooLarge = sizes.filter(({ route, js }) => js > (firstViews.has(route) ? firstViewKib : routeKib))
  expect(sizes.map(({ route }) => route)).toEqual(expect.arrayContaining([...firstViews]))
  expect(tooLarge).toEqual([])
})
