/** What is read as one answer: that answer, or why there is none. */
export class Loaded<View> {
  view = $state.raw<View | null>(null)
  error = $state.raw<unknown>(null)
  readonly #read: () => Promise<View>
  #asked = 0

  constructor(read: () => Promise<View>) {
    this.#read = read
  }

  /** Reads it, anew where it is here; an answer that was overtaken by a later one is dropped. */
  load = async (): Promise<void> => {
    const mine = ++this.#asked
    try {
      const view = await this.#read()
      if (mine !== this.#asked) return
      this.view = view
      this.error = null
    } catch (error) {
      if (mine === this.#asked) this.error = error
    }
  }

  /** Shows what a change answered; what was being read meanwhile is older. */
  take = (view: View): void => {
    this.#asked += 1
    this.view = view
    this.error = null
  }
}
