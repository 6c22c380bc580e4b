import type { NeedContent, PassportContent } from '@enlace/domain'

export type SetSupplier = {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly content: PassportContent
  /** How many contracts are known of it; one means small or new to the market. */
  readonly contracts: number
}

/** A need to be answered; `today` is the ISO date on which it is asked. */
export type SetQuery = { readonly id: string; readonly content: NeedContent; readonly today: string }

/** Which suppliers answered which query well: query id → supplier id → grade above zero. */
export type Judgements = ReadonlyMap<string, ReadonlyMap<string, number>>

/** A part of the queries that is measured by itself. */
export type Slice = { readonly name: string; readonly has: (query: string) => boolean }

export type EvaluationSet = {
  readonly name: string
  readonly suppliers: readonly SetSupplier[]
  readonly queries: readonly SetQuery[]
  readonly judgements: Judgements | null
  readonly slices: readonly Slice[]
}
