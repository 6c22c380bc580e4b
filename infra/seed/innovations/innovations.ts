import type { InnovationContent, Organisation } from '@enlace/domain'
import type { DemoInnovation } from '../demo-world.ts'

type Shown = Pick<InnovationContent, 'title' | 'problem' | 'theme' | 'maturity' | 'seeks'> &
  Partial<InnovationContent> & { readonly by: string; readonly confidential?: string }

/** What suppliers of the demo world thought of without having been asked. */
const shown: readonly Shown[] = [
  {
    by: 'Polímeros del Loa',
    title: 'Film that shows where a haul road dries out',
    problem:
      'Water trucks spray haul roads by the clock, so dust rises where it dried early and water is lost where it did not.',
    solution:
      'A dust suppressant film changes its colour as it loses moisture; a camera on the truck opens the nozzles where it is due.',
    theme: 'water',
    maturity: 'pilot-done',
    seeks: ['pilot-site', 'buyer'],
    categories: [{ scheme: 'CPV', code: '24000000' }],
    evidence: 'Eleven weeks on four kilometres of ramp: 31 % less water, dust within the limit on all but two days.',
    references: [{ text: 'Trial on a ramp of a copper mine', customer: null, year: 2025 }],
    confidential: 'The dye is a by-product of our polymer line and costs 40 USD a kilometre.',
  },
  {
    by: 'Quimandes Dos Salares SpA',
    title: 'Dust binder from desalination brine',
    problem:
      'Brine of desalination plants has to be carried off, while haul roads take fresh water and binder to keep dust down.',
    theme: 'environment',
    maturity: 'prototype',
    seeks: ['co-development', 'pilot-site'],
    confidential: 'We replace magnesium chloride by brine that is thickened with 0.4 % of a starch.',
  },
  {
    by: 'Biotack Andina',
    title: 'Ligante vegetal que crece donde se aplica',
    problem: 'Los taludes de relaves levantan polvo con el viento de la tarde y llega a las casas de los vecinos.',
    language: 'es',
    theme: 'community',
    maturity: 'idea',
    seeks: ['co-development'],
  },
]

/** Each under the firm of the demo world that shows it. */
export const writeInnovations = (organisations: readonly Organisation[]): readonly DemoInnovation[] =>
  shown.flatMap(({ by, confidential = '', ...content }) => {
    const firm = organisations.find(({ name }) => name === by)
    const rest = { solution: '', language: 'en', categories: [], evidence: '', references: [], fileIds: [] }
    return firm === undefined ? [] : [{ organisationId: firm.id, confidential, content: { ...rest, ...content } }]
  })
