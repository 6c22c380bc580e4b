import { asId, unstatedFacts, type EntryId, type NeedContent, type PassportContent } from '@enlace/domain'
import { demoEmail } from '@enlace/identity'
import { categoryTree, type CategoryNode } from '@enlace/taxonomy'

import type { Demo, DemoOrganisation } from './demo.ts'

const regions = [
  ['CL', 'Antofagasta'],
  ['PE', 'Arequipa'],
  ['ES', 'Murcia'],
  ['PT', 'Porto'],
] as const
const entry = asId<EntryId>('')

function passportOf(node: CategoryNode, order: number): PassportContent {
  const [country, region] = regions[order % regions.length] ?? regions[0]
  const language = order % 3 === 0 ? 'en' : 'es'
  const text =
    language === 'en'
      ? `We supply ${node.en.toLowerCase()} for local industry.`
      : `Ofrecemos ${node.es.toLowerCase()} para la industria local.`
  return {
    headline: language === 'en' ? node.en : node.es,
    about: text,
    language,
    website: null,
    contactEmail: null,
    facts: {
      ...unstatedFacts,
      country,
      region,
      staff: 4 + ((order * 7) % 90),
      languages: [{ language, level: 'fluent' }],
    },
    capabilities: [
      {
        id: entry,
        text,
        categories: [node.code],
        capacity: { value: 40 * (1 + (order % 9)), unit: 't', per: 'month' },
        leadTimeDays: 14,
        minimumOrder: null,
      },
    ],
    references:
      order % 2 === 0
        ? [
            {
              id: entry,
              text,
              categories: [node.code],
              customer: null,
              year: 2025,
              value: null,
              place: null,
              confirmedByCustomer: false,
            },
          ]
        : [],
    certificates:
      order % 3 === 1
        ? [
            {
              id: entry,
              scheme: 'ISO 9001',
              scope: null,
              issuer: null,
              number: null,
              issuedOn: null,
              expiresOn: null,
              fileId: null,
              verifiedBy: null,
            },
          ]
        : [],
    visibility: {},
  }
}

const needOf = (node: CategoryNode, order: number): NeedContent => ({
  kind: order % 6 === 5 ? 'challenge' : 'need',
  title: node.en,
  text: `We look for a local supplier of ${node.en.toLowerCase()} for our sites, with steady quality.`,
  language: 'en',
  categories: [node.code],
  specification: [],
  volume: { value: 200, unit: 't', per: 'year' },
  answerBy: null,
  deliverFrom: null,
  deliverUntil: null,
  place: null,
  deliveryRadiusKm: null,
  supplierCountries: [],
  requiredCertificates: order % 2 === 0 ? [{ scheme: 'ISO 9001', mandatory: false }] : [],
  languages: [],
  budget: null,
  governance: order % 6 === 5 ? 'open-challenge' : 'producer-driven',
  confidentiality: 'open',
  localContentPercent: null,
})

/** Enough to look at every page: sixty suppliers and twelve needs made from the names of categories. */
export function smallDemo(): Demo {
  const nodes = [...categoryTree().values()]
    .filter(({ level }) => level === 3)
    .filter((_, order) => order % 5 === 0)
    .slice(0, 60)
  const suppliers = nodes.map((_, order): DemoOrganisation => {
    const [country, region] = regions[order % regions.length] ?? regions[0]
    return { key: `supplier-${order}`, kind: 'supplier', name: `Taller ${region} ${order + 1}`, country, region }
  })
  const own: readonly DemoOrganisation[] = [
    { key: 'buyer', kind: 'buyer', name: 'Minera Punta Lobos', country: 'CL', region: 'Antofagasta' },
    { key: 'agency', kind: 'agency', name: 'Agencia Enlace Norte', country: 'CL', region: 'Antofagasta' },
    { key: 'platform', kind: 'platform', name: 'Enlace', country: 'CL', region: null },
  ]
  return {
    organisations: [...own, ...suppliers],
    passports: nodes.map((node, order) => ({ organisation: `supplier-${order}`, content: passportOf(node, order) })),
    needs: nodes.slice(0, 12).map((node, order) => ({
      key: `need-${order}`,
      organisation: 'buyer',
      content: needOf(node, order),
      publishedDaysAgo: order * 2,
    })),
    people: [
      {
        email: demoEmail('buyer'),
        name: 'Ana Rojas',
        locale: 'en',
        memberOf: [{ organisation: 'buyer', role: 'owner' }],
      },
      {
        email: demoEmail('supplier'),
        name: 'Luis Quispe',
        locale: 'en',
        memberOf: [{ organisation: 'supplier-0', role: 'owner' }],
      },
      {
        email: demoEmail('agency'),
        name: 'Carmen Vega',
        locale: 'en',
        memberOf: [{ organisation: 'agency', role: 'owner' }],
      },
      {
        email: demoEmail('admin'),
        name: 'Marta Ibarra',
        locale: 'en',
        memberOf: [{ organisation: 'platform', role: 'owner' }],
      },
    ],
    firms: suppliers.map(({ key }) => ({ agency: 'agency', organisation: key })),
  }
}
