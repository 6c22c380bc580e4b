import { Paged, type PageOf } from '$lib/paging/paged.svelte.ts'

export type FacetValues = {
  readonly name: string
  readonly values: readonly { readonly value: string; readonly count: number }[]
}
export type FoundPage<Item> = PageOf<Item> & {
  readonly total: number
  readonly facets: readonly FacetValues[]
  readonly degraded: boolean
}
/** What people search: the rows, about how many there are, and by what the search can be narrowed. */
export class Found<Item> {
  total = $state(0)
  facets = $state.raw<readonly FacetValues[]>([])
  degraded = $state(false)
  readonly rows: Paged<Item>

  constructor(read: (cursor: string | undefined) => Promise<FoundPage<Item>>) {
    this.rows = new Paged(async (cursor) => {
      const page = await read(cursor)
      this.total = page.total
      this.degraded = page.degraded
      if (cursor === undefined) this.facets = page.facets
      return page
    })
  }
}
