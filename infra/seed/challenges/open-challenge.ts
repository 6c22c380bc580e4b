import { usualStageDays, type ProposalContent } from '@enlace/domain'

import type { DemoChallenge } from '../demo-world.ts'

const usd = (dollars: number): ProposalContent['price'] => ({ amountMinor: dollars * 100, currency: 'USD' })

/** The demo buyer's first challenge, open for proposals: one is handed in, and the demo supplier writes at its own. */
export const openChallenge: DemoChallenge = {
  buyer: 'cobre-austral',
  title: 'Cut the water used against road dust by 30 %',
  brief: {
    theme: 'water',
    baseline:
      'Six trucks spread 2,100 m3 of water a day on 38 km of haul roads; PM10 stays within its limit on 94 days of 100.',
    question: 'How can PM10 stay where it is today with a third less water?',
    specification: 'A pilot of four months on 2 km of ramp, measured at two stations that both of us read.',
    money: {
      currency: 'USD',
      cashFlows: [-40_000, 310_000, 310_000, 310_000],
      discountRate: 9,
      assumptions: 'Water at 1.35 USD a cubic metre at the road, 700 m3 saved a day, 330 days a year.',
    },
    measures: [
      { aspect: 'environment', text: 'Water on haul roads', unit: 'm3 a day', baseline: 2_100, target: 1_400 },
      { aspect: 'health', text: 'Days above the PM10 limit', unit: 'days a year', baseline: 22, target: 22 },
    ],
    budget: usd(40_000),
    stageDays: usualStageDays,
  },
  votes: [
    'Water is what we are asked about first, and this can be measured in four months.',
    'El ahorro paga el piloto en siete semanas.',
  ],
  proposals: [
    {
      supplier: 'quimandes-dos-salares-spa',
      content: {
        title: 'Binder from brine without chlorides',
        summary:
          'We take the brine of the desalination plant, precipitate its chlorides and spray what binds. It comes by the tankers that run empty today.',
        approach: 'Two passes in the first week, one a month after; water trucks stand by and are counted.',
        asks: 'Access to the ramp at night, and the readings of your two stations.',
        price: usd(38_000),
        weeks: 18,
        benefit: usd(290_000),
        benefitText: '35 % less water on the pilot ramp, by meters on the trucks.',
      },
      isHandedIn: true,
    },
    {
      supplier: 'polimeros-del-loa',
      content: {
        title: 'A film that shows where the road dries out',
        summary:
          'Our film changes its colour as it loses moisture, and a camera on the water truck opens the nozzles only where it is due.',
        approach: '',
        asks: '',
        price: null,
        weeks: 16,
        benefit: null,
        benefitText: '',
      },
      isHandedIn: false,
    },
  ],
}
