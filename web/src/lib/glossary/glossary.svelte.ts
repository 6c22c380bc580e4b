import { deleteGlossaryLine, type GlossaryLineView, putGlossaryLine, readGlossary } from '@enlace/contracts'
import { asId, type GlossaryLanguage, type GlossaryLineId } from '@enlace/domain'
import { call } from '../api/call.ts'
import { freshKey } from '../api/request.ts'

export type PhraseDraft = { language: GlossaryLanguage; text: string }

/** An id for a new line, in the form that ids have. */
export const freshLineId = (): GlossaryLineId =>
  asId<GlossaryLineId>(
    freshKey()
      .replaceAll('-', '')
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  )

/** A line as one reads it aloud. */
export const wordsOf = ({ phrases }: Pick<GlossaryLineView, 'phrases'>): string =>
  phrases.map(({ text }) => text).join(' = ')

/** The lines of one's own organisation; null until they are here. */
export class OwnGlossary {
  items = $state.raw<readonly GlossaryLineView[] | null>(null)
  error = $state.raw<unknown>(null)

  load = async (): Promise<void> => {
    try {
      this.items = (await call(readGlossary, {})).items
      this.error = null
    } catch (caught) {
      this.error = caught
    }
  }

  async put(id: GlossaryLineId, phrases: readonly PhraseDraft[]): Promise<GlossaryLineView> {
    const line = await call(putGlossaryLine, { params: { id }, body: { phrases: [...phrases] } })
    const items = this.items ?? []
    this.items = items.some((one) => one.id === id)
      ? items.map((one) => (one.id === id ? line : one))
      : [...items, line]
    return line
  }

  async forget({ id }: GlossaryLineView): Promise<void> {
    await call(deleteGlossaryLine, { params: { id } })
    this.items = (this.items ?? []).filter((one) => one.id !== id)
  }
}
