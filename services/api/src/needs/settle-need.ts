import type { NeedContent } from '@enlace/domain'
import { withCertificateNames } from '@enlace/taxonomy'

/** What a buyer wrote, with each certificate under its one spelling and once; asked for twice, the stricter word counts. */
export function settleNeed(content: NeedContent): NeedContent {
  const asked = new Map<string, NeedContent['requiredCertificates'][number]>()
  for (const paper of withCertificateNames(content.requiredCertificates))
    asked.set(paper.scheme, { ...paper, mandatory: paper.mandatory || asked.get(paper.scheme)?.mandatory === true })
  return { ...content, requiredCertificates: [...asked.values()] }
}
