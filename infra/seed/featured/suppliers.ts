import { localMoney } from '../world.ts'
import type { FeaturedSource } from './featured-supplier.ts'

/** The demo's supplier: it meets the demo buyer's first need, and what it lacks is instructive (no ISO 14001, a lapsed ISO 45001). */
export const polimerosDelLoa: FeaturedSource = {
  name: 'Polímeros del Loa',
  country: 'CL',
  town: 'Calama',
  language: 'en',
  headline: 'Polymer binders and dust control for mine roads · Calama',
  about:
    'We make acrylic binders in Calama and apply them with our own crews on unpaved mine roads, stockpiles and tailings. 34 people, most of them from El Loa. We measure PM10 before and after, and we are paid for dust that does not rise.',
  facts: {
    staff: 34,
    turnover: { ...localMoney('CL', 2_300_000), year: 2024 },
    localOwnershipPercent: 100,
    womenOwnershipPercent: 40,
    foundedYear: 2011,
    exportCountries: ['PE'],
    exportPercent: 8,
    researchPercent: 5,
    patents: 1,
    languages: [
      { language: 'es', level: 'fluent' },
      { language: 'en', level: 'working' },
    ],
  },
  capabilities: [
    {
      text: 'Acrylic copolymer dust suppressant for unpaved mine haul roads, free of chlorides, diluted in raw or sea water.',
      codes: '24957 2455',
      capacity: { value: 90, unit: 't', per: 'month' },
      leadTimeDays: 6,
      minimumOrder: { value: 10, unit: 't', per: null },
    },
    {
      text: 'Aplicación de supresor de polvo y aglomerante en caminos de acarreo, acopios y puntos de traspaso, con dos camiones aljibe propios y medición de PM10.',
      codes: '5023 24957',
      capacity: { value: 45, unit: 'km', per: 'month' },
      leadTimeDays: 10,
    },
    {
      text: 'Crusting agents for dry tailings and stockpiles, sprayed by drone or cannon, against wind erosion.',
      codes: '24957 9072',
      capacity: { value: 60, unit: 't', per: 'month' },
      leadTimeDays: 12,
    },
    {
      text: 'Espumas y esferas supresoras de neblina ácida para electroobtención, en desarrollo con una universidad regional.',
      codes: '2495',
      capacity: null,
      leadTimeDays: null,
    },
  ],
  references: [
    {
      text: 'Acrylic copolymer binder for unpaved mine roads, 62 % less PM10 over nine months on 12 km of haul road.',
      codes: '24957',
      customer: 'Cobre Austral',
      yearsAgo: 0,
      dollars: 310_000,
      confirmed: true,
    },
    {
      text: 'Control de polvo en chancado primario y correas con nebulizadores y aglomerante, contrato de dos años renovado.',
      codes: '24957 5023',
      customer: 'Minera Puna Clara',
      yearsAgo: 2,
      dollars: 420_000,
      confirmed: true,
    },
    {
      text: 'Sealing of 18 hectares of dry tailings against wind erosion before the winter storms.',
      codes: '24957',
      customer: 'Litio Salar Alto',
      yearsAgo: 3,
      dollars: 150_000,
      confirmed: false,
    },
  ],
  certificates: [
    {
      scheme: 'ISO 9001',
      scope: 'Manufacture and application of polymer binders',
      issuer: 'Certifica Andes',
      endsInDays: 410,
      isVerified: true,
    },
    { scheme: 'ISO 45001', scope: 'Application crews', issuer: 'Sello Austral', endsInDays: -48, isVerified: false },
  ],
}

/** Two neighbours of the demo supplier in the same trade, so that the first ranking has something to tell apart. */
export const rivals: readonly FeaturedSource[] = [
  {
    name: 'Quimandes Dos Salares SpA',
    country: 'CL',
    town: 'Antofagasta',
    language: 'en',
    headline: 'Magnesium chloride brine for road stabilisation · Antofagasta',
    about:
      'Brine and salts from our own ponds for roads, ice and industry. 120 people, a fleet of tankers, night deliveries.',
    facts: {
      staff: 120,
      turnover: { ...localMoney('CL', 11_000_000), year: 2024 },
      localOwnershipPercent: 60,
      womenOwnershipPercent: 0,
      foundedYear: 1998,
      languages: [
        { language: 'es', level: 'fluent' },
        { language: 'en', level: 'fluent' },
      ],
    },
    capabilities: [
      {
        text: 'Magnesium chloride brine for stabilisation and dust control of unpaved mine roads, delivered by tanker.',
        codes: '2431 24957',
        capacity: { value: 400, unit: 't', per: 'month' },
        leadTimeDays: 3,
        minimumOrder: { value: 25, unit: 't', per: null },
      },
      {
        text: 'Venta de bischofita y sales para estabilización de caminos no pavimentados.',
        codes: '2431',
        capacity: { value: 900, unit: 't', per: 'month' },
        leadTimeDays: 5,
      },
    ],
    references: [
      {
        text: 'Magnesium chloride brine for haul road stabilisation, 1,200 t delivered in a year.',
        codes: '24957',
        customer: 'Cobre Austral',
        yearsAgo: 1,
        dollars: 380_000,
        confirmed: true,
      },
      {
        text: 'Estabilización con sal de 40 km de camino público a un puerto.',
        codes: '5023',
        customer: null,
        yearsAgo: 4,
        dollars: 260_000,
        confirmed: false,
      },
    ],
    certificates: [
      {
        scheme: 'ISO 9001',
        scope: 'Production of brine',
        issuer: 'Halden Assurance',
        endsInDays: 700,
        isVerified: true,
      },
      { scheme: 'ISO 14001', scope: 'Ponds and plant', issuer: 'Halden Assurance', endsInDays: 700, isVerified: false },
    ],
  },
  {
    name: 'Biotack Andina',
    country: 'CL',
    town: 'Arica',
    language: 'en',
    headline: 'Lignin and algae binders for roads · Arica',
    about:
      'Nine people, three of them chemists. We turn forestry lignin and Pacific algae into binders that hold dust without salt.',
    facts: {
      staff: 9,
      turnover: null,
      localOwnershipPercent: 100,
      womenOwnershipPercent: 67,
      foundedYear: 2021,
      researchPercent: 14,
      patents: 2,
      languages: [
        { language: 'es', level: 'fluent' },
        { language: 'en', level: 'fluent' },
      ],
    },
    capabilities: [
      {
        text: 'Lignin and algae based dust binder without chlorides for unpaved roads, biodegradable, diluted in little water.',
        codes: '24957',
        capacity: { value: 12, unit: 't', per: 'month' },
        leadTimeDays: 15,
        minimumOrder: { value: 1, unit: 't', per: null },
      },
    ],
    references: [
      {
        text: 'Trial of the algae binder on 2 km of quarry road, water use down by a third.',
        codes: '24957',
        customer: null,
        yearsAgo: 0,
        dollars: 18_000,
        confirmed: false,
      },
    ],
    certificates: [],
  },
]
