import type { MatchdaySide, ParticipantType } from '@enlace/domain'

type QuotaDraft = { type: string | null; atLeast: number | null; atMost: number | null }
export type TypeDraft = {
  readonly key: string
  name: string
  side: MatchdaySide
  seats: number | null
  mostMeetings: number | null
  leastMeetings: number | null
  quotas: QuotaDraft[]
  hosted: boolean
}

const draftOf = ({ key, name, side, ...rest }: ParticipantType): TypeDraft => ({
  ...{ key, name, side, hosted: rest.hosted ?? false },
  ...{ seats: rest.seats ?? null, mostMeetings: rest.mostMeetings ?? null, leastMeetings: rest.leastMeetings ?? null },
  quotas: (rest.quotas ?? []).map((quota) => ({ ...quota })),
})

/** What an agency writes about the types of firms at a matchday. */
export class TypesForm {
  drafts = $state<TypeDraft[]>([])

  constructor(types: readonly ParticipantType[]) {
    this.drafts = types.map(draftOf)
  }

  add = (): void => {
    const used = new Set(this.drafts.map(({ key }) => key))
    let n = this.drafts.length + 1
    while (used.has(`type-${n}`)) n += 1
    this.drafts.push(draftOf({ key: `type-${n}`, name: '', side: 'host' }))
  }

  /** Takes a type away, and the quotas of it. */
  remove = (draft: TypeDraft): void => {
    this.drafts = this.drafts
      .filter((one) => one !== draft)
      .map((one) => ({ ...one, quotas: one.quotas.filter(({ type }) => type !== draft.key) }))
  }

  /** Those of whom a quota of this one may be. */
  partnersOf = ({ side }: TypeDraft): TypeDraft[] => this.drafts.filter((one) => one.side !== side)

  get content(): ParticipantType[] {
    return this.drafts.map(({ key, name, side, seats, mostMeetings, leastMeetings, quotas, hosted }) => ({
      ...{ key, name, side, hosted },
      ...(seats === null ? {} : { seats }),
      ...(mostMeetings === null ? {} : { mostMeetings }),
      ...(leastMeetings === null ? {} : { leastMeetings }),
      quotas: quotas.flatMap(({ type, atLeast, atMost }) =>
        type === null ? [] : [{ type, atLeast: atLeast ?? 0, atMost: atMost ?? mostAsked }],
      ),
    }))
  }
}

/** Where no most is written nothing more is meant than what a firm may have at all. */
const mostAsked = 60
