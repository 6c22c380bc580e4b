import { afterAll, beforeAll, expect, it } from 'vitest'

import { asSystem, replaceCategories, type StoredCategory } from '@enlace/database'

import { startApi, type TestApi } from '../../test/test-api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
  const cpv = (
    code: string,
    labels: StoredCategory['labels'],
    parent: string | null,
    level: number,
  ): StoredCategory => ({ scheme: 'CPV', code, labels, parent, level })
  const codes = [
    cpv('03000000', { en: 'Zzfarm' }, null, 1),
    cpv('03100000', { en: 'Zzcrops' }, '03000000', 2),
    cpv('03111000', { en: 'Zzseeds' }, '03100000', 4),
    cpv('03111100', { en: 'Zzseeds of soya', pt: 'Zzsementes' }, '03111000', 5),
    cpv('03111200', { en: 'Zzseeds of peanut' }, '03111000', 5),
  ]
  await asSystem(api.system, (tx) => replaceCategories(tx, 'CPV', 'test', codes))
})
afterAll(() => api.close())

type Items = {
  readonly items: readonly {
    readonly code: string
    readonly label: string
    readonly path: string[]
    readonly words: string[]
    readonly level: number
  }[]
}
const list = async (query: string): Promise<Items> => {
  const answer = await api.anonymous().get(`/api/categories?${query}`)
  expect(answer.status).toBe(200)
  return answer.body
}

it('a text gets the categories it is about in our own words, with the words that say so', async () => {
  const { items } = await list('query=supresor%20de%20polvo&language=es&limit=3')
  expect(items[0]).toEqual({
    scheme: 'CPV',
    code: '24957000',
    label: 'Aditivos para la industria',
    level: 4,
    path: ['Químicos', 'Químicos especiales', 'Reactivos, aditivos y otros químicos de desempeño'],
    words: ['supresor', 'polvo'],
  })
  expect(items.length).toBeLessThanOrEqual(3)
})

it('an official code is found by its label, with the labels above it in the reader’s language', async () => {
  const { items } = await list('query=zzseeds%20pean')
  expect(items).toEqual([
    {
      scheme: 'CPV',
      code: '03111200',
      label: 'Zzseeds of peanut',
      level: 5,
      path: ['Zzfarm', 'Zzcrops', 'Zzseeds'],
      words: [],
    },
  ])
  const [soya] = (await list('query=zzsement&language=pt')).items
  expect(soya?.label).toBe('Zzsementes')
  const [spanish] = (await list('query=zzsement&language=es')).items
  expect([spanish?.label, spanish?.path[0]]).toEqual(['Zzseeds of soya', 'Productos del campo, el mar y el bosque'])
})

it('digits find our own categories and the official ones below, each once', async () => {
  const { items } = await list('query=0311&limit=50')
  expect(items.map(({ code }) => code)).toEqual(['03110000', '03111000', '03111100', '03111200'])
})

it('the number of statements is the same for one category and for three', async () => {
  const statements = (query: string): Promise<number> => api.statementsOf(() => list(query))
  expect(await statements('query=zzseeds%20peanut')).toBe(2)
  expect(await statements('query=zzseeds')).toBe(2)
})

it.each([
  'query=x&limit=0',
  'query=x&limit=51',
  'query=x&scheme=UNSPSC',
  'limit=3',
  `query=${'x'.repeat(301)}`,
  'query=x&language=english',
])('refuses %s with the field at fault', async (query) => {
  const { status, body } = await api.anonymous().get(`/api/categories?${query}`)
  expect(status).toBe(422)
  expect(body).toMatchObject({ code: 'input.invalid' })
})

it.each(['%00', "'%20%26%20!", '%F0%9F%9A%9A', '---'])(
  'odd text finds nothing and harms nothing: %s',
  async (query) => {
    const { status } = await api.anonymous().get(`/api/categories?query=${query}`)
    expect([200, 422]).toContain(status)
  },
)
