import {
  answerExclusion,
  type ExclusionsView,
  readExclusions,
  stateExclusion,
  type StatementView,
} from '@enlace/contracts'
import {
  type ExclusionGround,
  exclusionStanding,
  type FileId,
  type OrganisationId,
  type StatementAnswer,
} from '@enlace/domain'
import { call } from '../api/call.ts'
import { Loaded } from '../api/loaded.svelte.ts'
import { sendFile } from '../files/send-file.ts'

export type Said = {
  says: StatementAnswer | null
  on?: string | null
  source?: string
  list?: string
  fileId?: FileId | null
}

/** What is said of one supplier; null until it is here. */
export class Exclusions extends Loaded<ExclusionsView> {
  readonly #supplierId: OrganisationId

  constructor(supplierId: OrganisationId) {
    super(() => call(readExclusions, { params: { supplierId } }))
    this.#supplierId = supplierId
  }

  of = (ground: ExclusionGround): readonly StatementView[] =>
    this.view?.items.filter((statement) => statement.ground === ground) ?? []

  standing = (ground: ExclusionGround): 'pass' | 'fail' | 'unstated' =>
    exclusionStanding(
      [ground],
      this.of(ground).map((one) => ({ ...one, by: one.own ? null : one.by.name })),
    ).verdict

  async state(ground: ExclusionGround, said: Said): Promise<void> {
    this.take(await call(stateExclusion, { params: { supplierId: this.#supplierId, ground }, body: said }))
  }

  async answer({ ground, by }: StatementView, answer: string): Promise<void> {
    const params = { supplierId: this.#supplierId, ground, byId: by.id }
    this.take(await call(answerExclusion, { params, body: { answer } }))
  }

  /** Sends a document and puts it beside what was declared. */
  async prove(statement: StatementView, file: File): Promise<void> {
    const { id } = await sendFile(file)
    await this.state(statement.ground, { says: statement.says, fileId: id })
  }
}
