/** Something a person can do from anywhere by typing its name. */
export type Command = {
  readonly id: string
  readonly label: string
  readonly group: 'page' | 'go' | 'settings' | 'found'
  readonly icon?: string
  readonly hint?: string
  /** Other words people use for it. */
  readonly keywords?: string
  readonly href?: string
  readonly run?: () => void
}

/** What pages offer to the command palette while they are open. */
class Commands {
  open = $state(false)
  #offers = $state.raw<readonly (() => readonly Command[])[]>([])

  /** Adds a page's own acts; call it in an $effect and give back what it returns. */
  offer(list: () => readonly Command[]): () => void {
    this.#offers = [...this.#offers, list]
    return () => {
      this.#offers = this.#offers.filter((other) => other !== list)
    }
  }

  get offered(): readonly Command[] {
    return this.#offers.flatMap((list) => list())
  }
}

export const commands = new Commands()
