/** One thing to choose; `hint` is shown beside it in small type (a code, a place). */
export type Option<Value extends string = string> = {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}
