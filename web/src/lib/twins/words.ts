import type { MergeSection, TwinReason } from '@enlace/domain'
import { m } from '$lib/paraglide/messages.js'

/** What makes two firms look like one, or speaks against it. */
export const reasonWords: Readonly<Record<TwinReason, () => string>> = {
  'same-tax': m.twins_reason_same_tax,
  'other-tax': m.twins_reason_other_tax,
  'same-name': m.twins_reason_same_name,
  'like-name': m.twins_reason_like_name,
  'same-website': m.twins_reason_same_website,
  'same-mail': m.twins_reason_same_mail,
  'same-town': m.twins_reason_same_town,
  'same-region': m.twins_reason_same_region,
  'other-town': m.twins_reason_other_town,
}
export const sectionWords: Readonly<Record<MergeSection, (values: { count: number }) => string>> = {
  capabilities: m.twins_take_capabilities,
  references: m.twins_take_references,
  certificates: m.twins_take_certificates,
}
