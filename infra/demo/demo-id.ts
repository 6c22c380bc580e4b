import { v5 as uuidv5 } from 'uuid'

import { asId, type Brand } from '@enlace/domain'

/** Any uuid serves, as long as it never changes. */
const namespace = '6f1c6f0e-3a34-4a8e-9d0a-2f1f3f0f7a11'

/** The id of a demo thing; the same in every installation. */
export const demoId = <Id extends Brand<string>>(kind: string, key: string): Id =>
  asId<Id>(uuidv5(`${kind}/${key}`, namespace))
