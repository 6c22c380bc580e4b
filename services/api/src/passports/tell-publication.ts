import { record, referToFiles, type Transaction } from '@enlace/database'
import { filesOf, type OrganisationId, type PassportContent } from '@enlace/domain'

/** What every new version of a passport brings with it: its files stay, and matching and search hear of it. */
export async function tellPublication(
  tx: Transaction,
  published: { readonly organisationId: OrganisationId; readonly version: number; readonly content: PassportContent },
  requestId: string,
): Promise<void> {
  const { organisationId, version, content } = published
  await referToFiles(tx, organisationId, version, filesOf(content))
  await record(tx, 'passport.published', { organisationId, version }, { organisationId, requestId })
}
