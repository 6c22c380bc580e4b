/** One act at a time that a page does: whether it is under way, and why it was not done. */
export class Trying {
  busy = $state(false)
  error = $state.raw<unknown>(null)

  /** Does it; what goes wrong stands in `error`. Whether it was done. */
  act = async (act: () => Promise<unknown>): Promise<boolean> => {
    this.busy = true
    this.error = null
    try {
      await act()
    } catch (error) {
      this.error = error
    }
    this.busy = false
    return this.error === null
  }
}
