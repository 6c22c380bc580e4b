import { digestOf } from '@enlace/audit-log'
import type { AuditFacts } from '@enlace/database'
import type { NeedContent } from '@enlace/domain'

/** What the audit log holds of a published version: its number, and a digest by which its content can be proved. */
export const publishedFacts = (version: number, content: NeedContent): AuditFacts => ({
  version,
  content: digestOf(content),
})
