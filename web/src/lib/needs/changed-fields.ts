import type { DeepReadonly, needContent } from '@enlace/contracts'
import type * as z from 'zod/mini'
import { list } from '../locale/format.ts'
import { m } from '../paraglide/messages.js'

type Content = DeepReadonly<z.output<typeof needContent>>

const names: Readonly<Record<keyof Content, () => string>> = {
  kind: m.needs_kind,
  title: m.needs_field_title,
  text: m.needs_field_text,
  language: m.needs_field_language,
  categories: m.needs_category,
  specification: m.needs_specification,
  volume: m.needs_volume,
  answerBy: m.needs_answer_by,
  deliverFrom: m.needs_deliver_from,
  deliverUntil: m.needs_deliver_until,
  place: m.needs_place,
  deliveryRadiusKm: m.needs_radius,
  supplierCountries: m.needs_supplier_countries,
  requiredCertificates: m.needs_certificates,
  languages: m.needs_languages,
  budget: m.needs_budget,
  governance: m.needs_governance,
  confidentiality: m.needs_confidentiality,
  localContentPercent: m.needs_local_content,
}

/** Which fields differ between two versions, by their names in the reader's language. */
export const changedFields = (before: Content, after: Content): string =>
  list(
    (Object.keys(names) as (keyof Content)[])
      .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
      .map((key) => names[key]()),
  )
