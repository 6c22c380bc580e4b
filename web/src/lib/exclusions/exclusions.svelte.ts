import {
  answerExclusion,
  type ExclusionsView,
  readExclusions,
  stateExclusion,
  type StatementView,
  uploadFile,
} from '@enlace/contracts'
import {
  type ExclusionGround,
  exclusionStanding,
  type FileId,
  type OrganisationId,
  type StatementAnswer,
} from '@enlace/domain'
import { call } from '../api/call.ts'

export type Said = {
  says: StatementAnswer | null
  on?: string | null
  source?: string
  list?: string
  fileId?: FileId | null
}

/** What is said of one supplier; null until it is here. */
export class Exclusions {
  view = $state.raw<ExclusionsView | null>(null)
  error = $state.raw<unknown>(null)
  readonly #supplierId: OrganisationId

  constructor(supplierId: OrganisationId) {
    this.#supplierId = supplierId
  }

  load = async (): Promise<void> => {
    try {
      this.view = await call(readExclusions, { params: { supplierId: this.#supplierId } })
      this.error = null
    } catch (caught) {
      this.error = caught
    }
  }

  of = (ground: ExclusionGround): readonly StatementView[] =>
    this.view?.items.filter((statement) => statement.ground === ground) ?? []

  standing = (ground: ExclusionGround): 'pass' | 'fail' | 'unstated' =>
    exclusionStanding(
      [ground],
      this.of(ground).map((one) => ({ ...one, by: one.own ? null : one.by.name })),
    ).verdict

  async state(ground: ExclusionGround, said: Said): Promise<void> {
    this.view = await call(stateExclusion, { params: { supplierId: this.#supplierId, ground }, body: said })
  }

  async answer({ ground, by }: StatementView, answer: string): Promise<void> {
    const params = { supplierId: this.#supplierId, ground, byId: by.id }
    this.view = await call(answerExclusion, { params, body: { answer } })
  }

  /** Sends a document and puts it beside what was declared. */
  async prove(statement: StatementView, file: File): Promise<void> {
    const form = new FormData()
    form.set('file', file)
    const { id } = await call(uploadFile, { query: {}, body: form })
    await this.state(statement.ground, { says: statement.says, fileId: id })
  }
}
