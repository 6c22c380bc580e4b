import type { InnovationContent } from '@enlace/domain'

/** An innovation that is whole enough to be shown. */
export const fogNets = {
  title: 'Fog nets',
  problem: 'Haul roads take water that the valley below lacks.',
  theme: 'water',
  maturity: 'prototype',
  seeks: ['pilot-site'],
} satisfies Partial<InnovationContent>
