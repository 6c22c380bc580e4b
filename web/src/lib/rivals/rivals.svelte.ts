import { forgetRival, listRivals, nameRival, type RivalView, type Sent } from '@enlace/contracts'
import { call } from '../api/call.ts'
import { CallError } from '../api/call-error.ts'

export type NamedRival = Sent<(typeof nameRival)['body']>

/** What names a rival again as it was named before. */
const asNamed = ({ by, label, supplierId }: RivalView): NamedRival => {
  if (supplierId !== null) return { by: 'supplier', supplierId }
  return by === 'tax-id' ? { by, taxId: label } : { by: 'name', name: label }
}

/** The rivals that one's organisation named; null until they are here. */
export class Rivals {
  items = $state.raw<readonly RivalView[] | null>(null)
  error = $state.raw<unknown>(null)

  load = async (): Promise<void> => {
    try {
      this.items = (await call(listRivals, {})).items
      this.error = null
    } catch (caught) {
      this.error = caught
    }
  }

  async name(named: NamedRival): Promise<RivalView> {
    const rival = await call(nameRival, { body: named })
    this.items = [rival, ...(this.items ?? []).filter(({ id }) => id !== rival.id)]
    return rival
  }

  async forget({ id }: RivalView): Promise<void> {
    await call(forgetRival, { params: { id } })
    this.items = (this.items ?? []).filter((one) => one.id !== id)
  }

  /** Names a removed rival again; one that left the market meanwhile is known by its name. */
  async restore(rival: RivalView): Promise<void> {
    try {
      await this.name(asNamed(rival))
    } catch (caught) {
      if (!(caught instanceof CallError) || caught.code !== 'thing.not-found') throw caught
      await this.name({ by: 'name', name: rival.label })
    }
  }
}
