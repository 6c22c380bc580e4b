import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

import { needColumns } from '../needs/need-columns.ts'
import { participantColumns } from '../participants/participant-columns.ts'
import { supplierColumns } from '../suppliers/supplier-columns.ts'

it('every column that an import knows stands in the documentation with its field', () => {
  const text = readFileSync(new URL('../../../../docs/lists.md', import.meta.url), 'utf8')
  const lacking = [...supplierColumns, ...needColumns, ...participantColumns].filter(
    ({ heading, path }) => !text.includes(`| ${heading} | \`${path.join('.')}\` |`),
  )
  expect(lacking.map(({ heading }) => heading)).toEqual([])
})
