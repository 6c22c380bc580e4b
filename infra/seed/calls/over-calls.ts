import { awardCriterion, bidField } from '@enlace/domain'

import type { DemoCall } from '../demo-world.ts'
import { given, plainCall, sealedCall } from './call-parts.ts'

/** The demo supplier won it: everybody is told, and it is closed. */
const ramps: DemoCall = {
  buyer: 'cobre-austral',
  content: {
    ...plainCall,
    kind: 'rfq',
    envelopes: ['price'],
    language: 'es',
    title: 'Aglomerante para 12 km de rampas, campaña de otoño',
    text: 'Suministro y aplicación de aglomerante sin cloruros en 12 km de rampas cerca de Calama, con medición de PM10 antes y después. Tres aplicaciones en la temporada, con camiones propios.',
    fields: [
      bidField('method', 'price', '¿Cómo aplica y cómo mide el resultado?', 120),
      bidField('delivery', 'price', '¿En cuántos días llega la primera carga?', 40),
      bidField('terms', 'price', 'Condiciones de pago', 40),
    ],
    criteria: [
      awardCriterion('method', 'price', 'Método y medición', 45),
      awardCriterion('delivery', 'price', 'Plazo de entrega', 15),
      awardCriterion('price', 'price', 'Precio', 40),
    ],
    standstillDays: 0,
  },
  dueInDays: 6,
  invited: ['polimeros-del-loa', 'quimandes-dos-salares-spa', 'biotack-andina'],
  bids: [
    {
      bidder: 'polimeros-del-loa',
      answers: {
        method:
          'Copolímero acrílico al 6 % en agua cruda, dos pasadas con aljibe propio. Medimos PM10 en cuatro puntos durante dos semanas antes y nueve meses después.',
        delivery: 'Seis días desde la orden, con bodega en Calama.',
        terms: '30 días desde cada aplicación.',
      },
      price: 21_800_000,
      scores: {
        method: given([9], 'Mide antes y después en los mismos puntos.'),
        delivery: given([9], 'Bodega a 40 km de la faena.'),
        price: given([8], 'Dentro de lo previsto.'),
      },
      reasons: 'Su método se mide, y el producto está a 40 km de la faena.',
      improvement: {
        kind: 'gap',
        text: 'Con ISO 14001 vigente podría responder también a las licitaciones de relaves.',
        link: null,
      },
    },
    {
      bidder: 'quimandes-dos-salares-spa',
      answers: {
        method: 'Salmuera de cloruro de magnesio por camión cisterna, riego nocturno cada diez días.',
        delivery: 'Tres días.',
        terms: '45 días.',
      },
      price: 17_900_000,
      scores: {
        method: given([4], 'El producto tiene cloruros, que no se admiten.'),
        delivery: given([10], 'La entrega más rápida.'),
        price: given([10], 'El precio más bajo.'),
      },
      reasons: 'El precio fue el mejor, pero se pedía un producto sin cloruros y la medición no se describió.',
      improvement: { kind: 'other', text: 'Describa cómo mide el PM10 antes y después de aplicar.', link: null },
    },
    {
      bidder: 'biotack-andina',
      answers: {
        method: 'Ligante vegetal en dos capas; fotografía mensual de la superficie.',
        delivery: 'Catorce días.',
        terms: '30 días.',
      },
      price: 24_600_000,
      scores: {
        method: given([7], 'Buen producto; la fotografía no mide el polvo.'),
        delivery: given([6], 'Dos semanas son justas para el otoño.'),
        price: given([6], 'El más alto de los tres.'),
      },
      reasons: 'Un buen ligante, con un plazo largo y el precio más alto.',
      improvement: { kind: 'course', text: 'Un curso de medición de PM10 le daría cifras que mostrar.', link: null },
    },
  ],
  end: {
    winner: 'polimeros-del-loa',
    reason: 'La mejor oferta en conjunto: el método mejor medido, a un precio dentro de lo previsto.',
    isClosed: true,
  },
}

/** The demo supplier lost it: everybody is told, and its standstill runs. */
const tailings: DemoCall = {
  buyer: 'cobre-austral',
  content: {
    ...sealedCall,
    kind: 'rfp',
    language: 'en',
    title: 'Sealing of 18 hectares of dry tailings',
    text: 'Wind lifts dust from 18 hectares of dry tailings west of the plant. We look for a crust that holds through one winter, is walked on safely, and leaves no salt in the ground. Say how it is proved, and what happens where it breaks.',
    fields: [
      bidField('method', 'technical', 'How do you seal, and how long does it hold?', 200),
      bidField('proof', 'technical', 'How is it proved, and by whom?', 120),
      bidField('terms', 'price', 'Terms of payment', 40),
    ],
    criteria: [
      awardCriterion('method', 'technical', 'Method', 40),
      awardCriterion('proof', 'technical', 'Proof', 25),
      awardCriterion('price', 'price', 'Price', 35),
    ],
    standstillDays: 10,
  },
  dueInDays: 16,
  invited: ['polimeros-del-loa', 'biotack-andina'],
  bids: [
    {
      bidder: 'biotack-andina',
      answers: {
        method: 'A plant binder with local grass seed: the crust holds the first winter, roots hold it after that.',
        proof: 'Wind tunnel of the regional university, and two dust gauges that your neighbours can read.',
        terms: 'Half on application, half after the winter.',
      },
      price: 14_300_000,
      scores: {
        method: given([9, 8], 'Holds beyond one winter and leaves no salt.'),
        proof: given([9, 9], 'Proved by somebody else, and open to the neighbours.'),
        price: given([8, 8], 'Half of it is paid after the winter.'),
      },
      reasons: 'The crust lasts, and somebody else proves it.',
      improvement: {
        kind: 'other',
        text: 'Say earlier what is sown where, so that our biologists can agree.',
        link: null,
      },
    },
    {
      bidder: 'polimeros-del-loa',
      answers: {
        method:
          'An acrylic crust of 4 mm, sprayed by cannon in two passes; we come back within three days where it breaks.',
        proof: 'We measure PM10 ourselves at four points.',
        terms: '30 days after application.',
      },
      price: 13_700_000,
      scores: {
        method: given([7, 7], 'A good crust for one winter.'),
        proof: given([4, 5], 'Measured by the bidder alone, and no environmental management is certified.'),
        price: given([9, 9], 'The lowest price.'),
      },
      reasons:
        'Your price was the lowest. Proof weighed a quarter, and you measure your own work without a certified environmental management.',
      improvement: {
        kind: 'gap',
        text: 'Get ISO 14001: it would have lifted your proof above the others at this price.',
        link: '/passport',
      },
    },
    {
      bidder: 'quimandes-dos-salares-spa',
      answers: {
        method: 'Magnesium chloride brine, renewed every six weeks by tanker.',
        proof: 'Photographs by drone after each round.',
        terms: '45 days.',
      },
      price: 18_900_000,
      scores: {
        method: given([3, 4], 'Leaves salt in the ground, which was ruled out.'),
        proof: given([5, 5], 'Pictures show cracks, not dust.'),
        price: given([6, 6], 'The rounds add up.'),
      },
      reasons: 'Brine leaves salt in the ground, which the call ruled out.',
      improvement: { kind: 'call', text: 'Our calls for road stabilisation fit your product better.', link: '/calls' },
    },
  ],
  end: {
    winner: 'biotack-andina',
    reason: 'The only crust that holds beyond one winter, proved by somebody other than the bidder.',
    isClosed: false,
  },
}

export const overCalls: readonly DemoCall[] = [ramps, tailings]
