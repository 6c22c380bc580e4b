/** An entry of a menu: an act, a way to go, or one of several choices. */
export type MenuItem = {
  readonly label: string
  readonly hint?: string
  readonly icon?: string
  readonly href?: string
  readonly run?: () => void
  /** Given for a choice among several; marks the chosen one. */
  readonly chosen?: boolean
  /** The page one is on. */
  readonly here?: boolean
  readonly danger?: boolean
  readonly lang?: string
}
export type MenuGroup = { readonly title?: string; readonly items: readonly MenuItem[] }
