import { openDatabase } from '@enlace/database'
import { createIdentity } from '@enlace/identity'
import { startServices, startTestHouse, type OwnServices, type TestHouse } from '@enlace/testing'

import { Client, peopleOf, type Carrier, type People } from './test-api.ts'

/** An API as a house has it: four processes on services of its own, spoken to over HTTP. */
export type HouseApi = People & {
  readonly house: TestHouse
  readonly services: OwnServices
  readonly close: () => Promise<void>
}

/** Brings requests to an API that listens. */
export const overHttp = (url: string): Carrier => ({
  inject: async ({ method, url: path, headers, payload }) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, ...(payload === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(payload === undefined ? {} : { body: JSON.stringify(payload) }),
    })
    const rawPayload = Buffer.from(await response.arrayBuffer())
    return {
      statusCode: response.status,
      headers: { ...Object.fromEntries(response.headers), 'set-cookie': response.headers.getSetCookie() },
      body: rawPayload.toString('utf8'),
      rawPayload,
    }
  },
})

/** Starts a house that keeps all it is told: what goes through Redis is written to its file, logs say everything. */
export async function startHouseApi(environment: Record<string, string> = {}): Promise<HouseApi> {
  const services = await startServices({ durable: true })
  const house = await startTestHouse({ services, environment: { LOG_LEVEL: 'trace', ...environment } })
  const { DATABASE_URL: url = '', SECRET: secret = '' } = house.environment
  const system = openDatabase({ url, role: 'enlace_system', maxConnections: 4 })
  const pool = openDatabase({ url, role: 'enlace_identity', maxConnections: 4 })
  const identity = createIdentity({ database: pool, secret, publicUrl: house.url })
  return {
    ...peopleOf(system, identity, () => new Client(overHttp(house.url), house.url)),
    house,
    services,
    close: async () => {
      await Promise.all([system.close(), pool.close()])
      await house.stop()
      await services.stop()
    },
  }
}
