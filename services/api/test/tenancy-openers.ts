import { randomBytes } from 'node:crypto'

import { at, missing, plain, type Asks } from './tenancy-ask.ts'
import type { Table } from './tenancy-matrix.ts'
import type { Client } from './test-api.ts'

/** A public key as good as any: half of all numbers are points, and the others serve as well. */
export function anyPublicKey(): string {
  const bytes = randomBytes(32)
  bytes[31] = (bytes[31] ?? 0) & 0x3f
  return bytes.toString('base64url')
}

const keyOf = async (client: Client): Promise<string> => {
  const sent = await client.post('/api/opener-keys', { publicKey: anyPublicKey() })
  return (sent.body as { id?: string }).id ?? missing
}

/** How the operations about opening keys are asked. */
export const openerAsks: Readonly<Record<string, Asks>> = {
  listOpenerKeys: plain('/api/opener-keys'),
  registerOpenerKey: {
    new: () => at('/api/opener-keys', { publicKey: anyPublicKey() }),
    'of somebody of the buyer': async (world) => {
      const publicKey = anyPublicKey()
      await (await world.as('buyer')).client.post('/api/opener-keys', { publicKey })
      return at('/api/opener-keys', { publicKey })
    },
  },
  revokeOpenerKey: {
    missing: () => at(`/api/opener-keys/${missing}/revoke`, {}),
    own: async (_world, { client }) => at(`/api/opener-keys/${await keyOf(client)}/revoke`, {}),
    'of somebody of the buyer': async (world) =>
      at(`/api/opener-keys/${await keyOf((await world.as('buyer')).client)}/revoke`, {}),
  },
  findOpeners: {
    missing: () => at(`/api/openers?users=${missing}`),
    'somebody of the supplier': async (world) => {
      const { client, userId } = await world.as('supplier')
      await keyOf(client)
      return at(`/api/openers?users=${userId}`)
    },
  },
}

/** What they answer; read as `table`. A key is a person's, whatever it acts for. */
export const openerTable: Table = {
  listOpenerKeys: { '-': '401 200 200 200 200 200 200 200 200' },
  registerOpenerKey: {
    new: '401 201 201 201 201 201 201 201 201',
    'of somebody of the buyer': '401 409 409 409 409 409 409 409 409',
  },
  revokeOpenerKey: {
    missing: '401 404 404 404 404 404 404 404 404',
    own: '401 200 200 200 200 200 200 200 200',
    'of somebody of the buyer': '401 404 404 404 404 404 404 404 404',
  },
  findOpeners: {
    missing: '401 403 200 200 403 403 200 200 403',
    'somebody of the supplier': '401 403 200 200 403 403 200 200 403',
  },
}
