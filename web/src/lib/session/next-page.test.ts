import { expect, it } from 'vitest'
import { nextPage } from './next-page.ts'

it('goes back to the page that was asked for', () => {
  expect(nextPage('/needs/12?tab=matches', 'buyer')).toBe('/needs/12?tab=matches')
})
it.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  'javascript:alert(1)',
  '/sign-in?next=/needs',
  '',
  null,
])('sends %j to the first page of the organisation instead of leaving the site or going round in circles', (asked) => {
  expect(nextPage(asked, 'supplier')).toBe('/for-you')
})
