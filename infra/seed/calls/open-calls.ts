import { awardCriterion, bidField } from '@enlace/domain'

import type { DemoCall } from '../demo-world.ts'
import { plainCall, sealedCall } from './call-parts.ts'

type Quick = Pick<DemoCall, 'buyer' | 'dueInDays'> &
  Pick<DemoCall['content'], 'kind' | 'language' | 'title' | 'text'> & { readonly ask: string; readonly by: string }

/** A call of a buyer that asks one thing and the price. */
const quick = ({ buyer, dueInDays, ask, by, ...said }: Quick): DemoCall => {
  const price = said.language === 'es' ? 'Precio' : 'Price'
  const fields = [bidField('how', 'technical', ask, 150)]
  const criteria = [awardCriterion('how', 'technical', by, 50), awardCriterion('price', 'price', price, 50)]
  return { buyer, dueInDays, invited: [], bids: [], end: null, content: { ...plainCall, ...said, fields, criteria } }
}

const notScored = { scores: {}, reasons: '', improvement: { kind: 'other', text: '', link: null } } as const

/** Sealed, for everybody and for three by name; one of them has bid already. */
const haulRoads: DemoCall = {
  buyer: 'cobre-austral',
  content: {
    ...sealedCall,
    kind: 'rfp',
    language: 'en',
    title: 'Dust control on 38 km of haul roads, three years',
    text: 'We buy dust that does not rise: a binder free of chlorides and its application on 38 km of unpaved haul roads near Calama, for three years. We pay by PM10 at stations that both of us read. Local crews count.',
    fields: [
      bidField('references', 'technical', 'Where did you do this before?', 150, 'references'),
      bidField('method', 'technical', 'How do you keep dust down, and how much water do you save?', 250),
      bidField('crews', 'technical', 'Who does the work, and from where?', 100),
      bidField('terms', 'price', 'What you guarantee, and what happens where you miss it', 100),
    ],
    criteria: [
      awardCriterion('experience', 'technical', 'Experience', 15),
      awardCriterion('method', 'technical', 'Method and water', 35),
      awardCriterion('crews', 'technical', 'Local crews', 15),
      awardCriterion('price', 'price', 'Price', 35),
    ],
    standstillDays: 10,
  },
  dueInDays: 18,
  invited: ['polimeros-del-loa', 'quimandes-dos-salares-spa', 'biotack-andina'],
  bids: [
    {
      ...notScored,
      bidder: 'quimandes-dos-salares-spa',
      answers: {
        references: 'Roads of two salt flats, six years.',
        method: 'A new binder without chlorides from desalination brine; 35 % less water.',
        crews: 'Four crews of eight from Antofagasta and Calama.',
        terms: 'PM10 within the limit on 95 days of 100, or we come back at our cost.',
      },
      price: 118_000_000,
    },
  ],
  end: null,
}

/** The demo supplier can answer it by a price and a few words, and the demo buyer can open it alone. */
const winter: DemoCall = {
  ...quick({
    buyer: 'cobre-austral',
    kind: 'rfq',
    language: 'es',
    title: 'Cotización: 60 t de aglomerante acrílico para el invierno',
    text: 'Cotización rápida de 60 toneladas de aglomerante acrílico sin cloruros, puesto en la bodega de Sierra Gorda en dos entregas, junio y julio.',
    ask: '¿Qué producto ofrece y cómo lo entrega?',
    by: 'Producto y entrega',
    dueInDays: 9,
  }),
  invited: ['polimeros-del-loa', 'biotack-andina'],
  bids: [
    {
      ...notScored,
      bidder: 'biotack-andina',
      answers: { how: 'Ligante acrílico vegetal al 40 %, en contenedores de 1.000 litros, con retiro de los vacíos.' },
      price: 9_400_000,
    },
  ],
}

const others: readonly DemoCall[] = [
  quick({
    buyer: 'agroexportadora-valle-retama',
    kind: 'rfq',
    language: 'es',
    title: 'Bandejas compostables para 4 millones de racimos',
    text: 'Bandejas de pulpa moldeada para uva de mesa, compostables en casa, que resistan 28 días de frío y humedad. Entregas semanales en Ica de noviembre a febrero.',
    ask: '¿De qué material son y cómo se prueba que resisten el frío?',
    by: 'Material y pruebas',
    dueInDays: 13,
  }),
  quick({
    buyer: 'casa-romeral-textil',
    kind: 'rfp',
    language: 'es',
    title: 'Punto de algodón reciclado para la colección de hogar',
    text: 'Mantas y fundas de punto con un 60 % de algodón reciclado, trazable hasta el taller. Buscamos dos talleres que trabajen juntos con nuestra oficina de diseño en Barcelona.',
    ask: '¿Cómo traza el hilo y qué capacidad reserva?',
    by: 'Trazabilidad y capacidad',
    dueInDays: 24,
  }),
  quick({
    buyer: 'voltaria-electronica',
    kind: 'rfp',
    language: 'en',
    title: 'Challenge: test harnesses that change product in five minutes',
    text: 'Our lines in Apodaca build 40 products, and each change of the test bench takes 50 minutes. Show us a harness that is changed in five by one person. We pay the pilot on one line, and you keep what you invent.',
    ask: 'What is your idea, and what would a pilot of eight weeks show?',
    by: 'Idea and pilot',
    dueInDays: 28,
  }),
]

export const openCalls: readonly DemoCall[] = [haulRoads, winter, ...others]
