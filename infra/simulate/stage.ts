import { startAnotherApi, startServices, startTestHouse, type OwnServices, type TestHouse } from '@enlace/testing'
import postgres from 'postgres'

import { openCrowd } from './crowd.ts'

/** Where days are played: services of its own, the four processes, and a second API for whoever finds the first shut. */
export type Stage = {
  readonly services: OwnServices
  readonly house: TestHouse
  /** Looks at the tables from behind. */
  readonly owner: postgres.Sql
  readonly openCrowd: () => ReturnType<typeof openCrowd>
  readonly close: () => Promise<void>
}

export async function openStage(): Promise<Stage> {
  const services = await startServices({ durable: true })
  const house = await startTestHouse({ services, environment: { LOG_LEVEL: 'warn' } })
  const second = await startAnotherApi(house)
  const owner = postgres(services.postgres.url, { max: 2, onnotice: () => undefined })
  return {
    ...{ services, house, owner },
    openCrowd: () => openCrowd(house, [house.url, second.url]),
    close: async () => {
      second.stop()
      await owner.end()
      await house.stop()
      await services.stop()
    },
  }
}
