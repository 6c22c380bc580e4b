import { readModels, rollBackModel, switchModel, trainModel, type ModelsView, type ModelView } from '@enlace/contracts'
import { call } from '../api/call.ts'
import { problemWords } from '../api/problem-words.ts'
import { number } from '../locale/format.ts'
import { m } from '../paraglide/messages.js'
import { toasts } from '../ui/toasts.svelte.ts'

/** All models as they stand, and what an admin does with them. */
export class Models {
  view = $state.raw<ModelsView | null>(null)
  error = $state.raw<unknown>(null)
  busy = $state(false)

  load = async (): Promise<void> => {
    if (this.busy) return
    try {
      const view = await call(readModels, {})
      // What was done meanwhile answered with a newer view.
      if (!this.busy) this.view = view
      this.error = null
    } catch (error) {
      this.error = error
    }
  }

  train = (): Promise<void> => this.#act(() => call(trainModel, {}), m.models_asked)

  /** Puts a candidate in force; `champion` is the one that was seen in force. */
  switch = (model: ModelView, champion: ModelView): Promise<void> =>
    this.#act(
      () => call(switchModel, { params: { id: model.id }, body: { champion: champion.id } }),
      () => m.models_switched({ number: number(model.number) }),
      () => this.rollBack(model),
    )

  rollBack = (champion: ModelView): Promise<void> =>
    this.#act(
      () => call(rollBackModel, { body: { champion: champion.id } }),
      m.models_went_back,
      (now) => this.switch(champion, now.champion),
    )

  async #act(
    act: () => Promise<ModelsView>,
    said: () => string,
    undo?: (now: ModelsView) => Promise<void>,
  ): Promise<void> {
    this.busy = true
    try {
      const now = await act()
      this.view = now
      toasts.say(said(), undo === undefined ? {} : { undo: () => void undo(now) })
    } catch (error) {
      toasts.say(problemWords(error).text, { tone: 'bad' })
    }
    this.busy = false
    await this.load()
  }
}
