import type { NeedView } from '@enlace/contracts'
import type { OrganisationId } from '@enlace/domain'

import type { NeedRow } from './need.store.ts'

/** A need as `reader` may see it: under an alias nobody but its owner learns who asks, where exactly, or for how much. */
export function viewNeed(need: Omit<NeedRow, 'updatedAt'>, reader: OrganisationId | null): NeedView {
  const mine = reader !== null && need.organisationId === reader
  const hidden = need.confidentiality !== 'open' && !mine
  return {
    kind: need.kind,
    title: need.title,
    text: need.text,
    language: need.language,
    categories: [...need.categories],
    specification: [...need.specification],
    volume: need.volume,
    answerBy: need.answerBy,
    deliverFrom: need.deliverFrom,
    deliverUntil: need.deliverUntil,
    place: need.place === null || !hidden ? need.place : { ...need.place, locality: null, latitude: null, longitude: null },
    deliveryRadiusKm: need.deliveryRadiusKm,
    requiredCertificates: [...need.requiredCertificates],
    languages: [...need.languages],
    budget: hidden ? null : need.budget,
    governance: need.governance,
    confidentiality: need.confidentiality,
    localContentPercent: need.localContentPercent,
    id: need.id,
    buyer: hidden ? null : { id: need.organisationId, name: need.buyerName, country: need.buyerCountry },
    mine,
    state: need.state,
    version: need.version,
    createdAt: need.createdAt,
    publishedAt: need.publishedAt,
  }
}
