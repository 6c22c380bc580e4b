import type { MatchdayPlace, MatchdaySession } from '@enlace/domain'

import type { DemoMatchday, DemoWorld } from '../demo-world.ts'
import type { Random } from '../random.ts'
import { agreedIn, attending, suppliersIn, wishesOf, withPair } from './crowd.ts'
import { writePastDay } from './past-day.ts'

type Firms = Pick<DemoWorld, 'organisations' | 'passports' | 'people'>

const [demoBuyer, demoSupplier] = ['cobre-austral', 'polimeros-del-loa']
const agency = 'provincula'
const miners = [demoBuyer, 'minera-puna-clara', 'litio-salar-alto', 'ferro-jatoba-mineracao', 'puertos-del-estuario']
/** Chemicals, machines, measuring, building and repair: what mines and ports buy. */
const ofMining = ['24', '43', '44', '38', '45', '50', '60', '42']
const grocers = ['agroexportadora-valle-retama', 'chocolates-niebla-alta', 'mercados-la-tranquera']
const makers = ['casa-romeral-textil', 'moda-litoral', 'voltaria-electronica']
/** Food, textiles and electronics. */
const ofGoods = ['03', '15', '17', '18', '19', '39', '31', '32']

/** The first tables of a zone lie best, beside the door; the last one stands in the draught. */
const appeals = [5, 4, 3, 2] as const
const tables = (count: number, zone: string, first = 1): MatchdayPlace[] =>
  Array.from({ length: count }, (_, order) => ({
    ...{ key: `t${first + order}`, name: `Mesa ${first + order}`, kind: 'table', zone },
    appeal: appeals[order] ?? 3,
  }))
const session = (name: string, starts: string, slotCount: number): Omit<MatchdaySession, 'date'> => ({
  ...{ name, starts, slotCount, slotMinutes: 20, pauseMinutes: 5 },
})
const day = { timeZone: 'America/Santiago', walkingMinutes: 5, mostMeetings: 12, leastMeetings: 2 } as const
const hostNote = ['Buscamos segundas fuentes en la región.', 'We bring two buyers and an engineer.', '']
const visitorNote = ['Traemos muestras.', '', 'We come with our technical manager.']

/** It lies behind us: most met, some did not, and linkages came of it. */
function past(random: Random, firms: Firms, today: string): DemoMatchday {
  const visitors = [
    demoSupplier,
    ...suppliersIn(firms, ofMining)
      .filter((key) => key !== demoSupplier)
      .slice(0, 11),
  ]
  const wishes = withPair(wishesOf(random, miners, visitors), demoBuyer, demoSupplier)
  return {
    agency,
    content: {
      ...day,
      title: 'Encuentro Minería y Proveedores del Norte',
      text: 'Cinco compradores y doce proveedores en una jornada: polvo, agua, desgaste y mantención. Cada reunión dura 20 minutos.',
      language: 'es',
      venue: 'Centro de eventos Balmaceda, Antofagasta',
      places: [...tables(4, 'Hall'), ...tables(2, 'Patio', 5)],
    },
    inDays: -24,
    sessions: [session('Mañana', '09:00', 8), session('Tarde', '14:00', 6)],
    admitted: [...attending('host', miners, hostNote), ...attending('visitor', visitors, visitorNote)],
    applied: [],
    wishes,
    isPublished: true,
    past: writePastDay(random, agreedIn(wishes, miners), [demoBuyer, demoSupplier], today),
  }
}

/** It comes in a few days, and everybody knows when to meet whom. */
function published(random: Random, firms: Firms): DemoMatchday {
  const hosts = miners.slice(0, 4)
  const visitors = [
    demoSupplier,
    ...suppliersIn(firms, ofMining)
      .filter((key) => key !== demoSupplier)
      .slice(9, 18),
  ]
  return {
    agency,
    content: {
      ...day,
      title: 'Suppliers’ day: water, dust and wear parts',
      text: 'Four mining companies meet ten suppliers of the region. Bring one page: what you do, where you did it, and what you measured.',
      language: 'en',
      venue: 'Casa de la Cultura, Calama',
      places: [...tables(4, 'Hall'), { key: 'b1', name: 'Booth 1', kind: 'booth', zone: 'Hall' }],
    },
    inDays: 4,
    sessions: [session('Morning', '09:30', 6), session('Afternoon', '14:30', 6)],
    admitted: [...attending('host', hosts, hostNote), ...attending('visitor', visitors, visitorNote)],
    applied: [],
    wishes: withPair(wishesOf(random, hosts, visitors), demoBuyer, demoSupplier),
    isPublished: true,
    past: null,
  }
}

/** Firms register and say whom they want to meet; its timetable is for the visitor of the demo to make. */
function open(random: Random, firms: Firms): DemoMatchday {
  const hosts = [...grocers, ...makers]
  const [waiting, ...others] = suppliersIn(firms, ofGoods)
  const visitors = others.slice(0, 14)
  return {
    agency,
    content: {
      ...day,
      mostMeetings: 6,
      title: 'Rueda de negocios: alimentos, textil y electrónica',
      text: 'Seis compradores de cinco países reciben a proveedores de alimentos, textil y electrónica. Inscríbase, diga con quién quiere reunirse, y el horario se arma con quienes se eligieron.',
      language: 'es',
      venue: 'Estación Mapocho, Santiago',
      places: [...tables(4, 'Nave central'), ...tables(3, 'Galería', 5)],
    },
    inDays: 10,
    sessions: [session('Mañana', '09:00', 6), session('Tarde', '14:30', 5)],
    admitted: [...attending('host', hosts, hostNote), ...attending('visitor', visitors, visitorNote)],
    applied: [
      ...attending('host', [demoBuyer], ['Buscamos ropa de trabajo y sensores.']),
      ...attending('visitor', waiting === undefined ? [] : [waiting], ['Es nuestra primera rueda.']),
    ],
    wishes: wishesOf(random, hosts, visitors),
    isPublished: false,
    past: null,
  }
}

/** The matchdays of the demo's agency: one past, one in a few days, one that takes registrations. */
export const writeMatchdays = (random: Random, firms: Firms, today: string): readonly DemoMatchday[] => [
  past(random.fork('past'), firms, today),
  published(random.fork('published'), firms),
  open(random.fork('open'), firms),
]
