import type { ComplaintState, ImprovementKind } from '@enlace/domain'
import { m } from '$lib/paraglide/messages.js'

export const improvementWords: Readonly<Record<ImprovementKind, () => string>> = {
  gap: m.awards_improve_gap,
  course: m.awards_improve_course,
  programme: m.awards_improve_programme,
  call: m.awards_improve_call,
  other: m.awards_improve_other,
}
export const complaintWords: Readonly<Record<ComplaintState, () => string>> = {
  open: m.awards_complaint_open,
  upheld: m.awards_complaint_upheld,
  dismissed: m.awards_complaint_dismissed,
}
