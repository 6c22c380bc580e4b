import { expect, it } from 'vitest'
import { missedSearch } from './missed-search.ts'

const asked = { query: '', country: [], region: [], category: [] }

it('a search is kept by the division that was asked for, or else by the one its words speak of', () => {
  expect(missedSearch('suppliers', { ...asked, query: 'Pumps', category: ['CPV 445'] }).category).toBe('CPV 44')
  expect(missedSearch('suppliers', { ...asked, query: 'safety footwear' }).category).toBe('CPV 18')
  expect(missedSearch('needs', { ...asked, query: 'zzyzx qwxv' })).toMatchObject({ searched: 'needs', category: '' })
  expect(missedSearch('suppliers', { ...asked, category: ['CPV 44', 'CPV 45'] }).category).toBe('')
})

it('a region is kept under our own name for it, with its country, and any other text is not', () => {
  const placed = (country: string[], region: string[]) => missedSearch('suppliers', { ...asked, country, region })
  expect(placed([], ['coquimbo'])).toMatchObject({ country: 'CL', region: 'Coquimbo' })
  expect(placed(['CL'], ['ana@firma.cl'])).toMatchObject({ country: 'CL', region: '' })
  expect(placed(['CL', 'PE'], ['Coquimbo', 'Tacna'])).toMatchObject({ country: '', region: '' })
})
