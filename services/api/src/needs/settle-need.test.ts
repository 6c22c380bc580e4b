import { needContent } from '@enlace/contracts'
import { expect, test } from 'vitest'
import * as z from 'zod/mini'

import { settleNeed } from './settle-need.ts'

const asking = (...papers: readonly { readonly scheme: string; readonly mandatory: boolean }[]) =>
  settleNeed(z.parse(needContent, { title: 'Jam', requiredCertificates: papers })).requiredCertificates

test('each certificate is asked for once, under its one spelling, as strictly as it was asked for anywhere', () => {
  const asked = asking(
    { scheme: 'BRC', mandatory: false },
    { scheme: 'iso 9001:2015', mandatory: false },
    { scheme: 'BRCGS', mandatory: true },
    { scheme: 'brc food', mandatory: false },
  )
  expect(asked).toEqual([
    { scheme: 'BRCGS', mandatory: true },
    { scheme: 'ISO 9001', mandatory: false },
  ])
})

test('a scheme we do not know stays as it was written', () => {
  expect(asking({ scheme: 'NTP 209.088', mandatory: true })).toEqual([{ scheme: 'NTP 209.088', mandatory: true }])
})
