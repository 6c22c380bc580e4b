import { themes, type Theme } from './challenge.ts'
import { stages, type Stage } from './stages.ts'

export type Project = {
  readonly theme: Theme | null
  readonly worth: { readonly amountMinor: number; readonly currency: string } | null
  /** How many proposals stand in each stage. */
  readonly stages: Readonly<Partial<Record<Stage, number>>>
}

const ongoing = stages.filter((stage) => stage !== 'stopped' && stage !== 'withdrawn')

/** The furthest stage that any proposal to a project has come to and still goes on from; null where there is none. */
export const furthestStage = (project: Pick<Project, 'stages'>): Stage | null =>
  ongoing.findLast((stage) => (project.stages[stage] ?? 0) > 0) ?? null

export type ThemeRow = {
  readonly theme: Theme
  readonly projects: number
  /** What its projects are worth today, a sum for each currency. */
  readonly worth: readonly { readonly amountMinor: number; readonly currency: string }[]
}

/** A portfolio by theme, in the order of themes; themes without projects are left out. */
export const byTheme = (projects: readonly Project[]): ThemeRow[] =>
  themes.flatMap((theme) => {
    const own = projects.filter((project) => project.theme === theme)
    if (own.length === 0) return []
    const sums = new Map<string, number>()
    for (const { worth } of own)
      if (worth !== null) sums.set(worth.currency, (sums.get(worth.currency) ?? 0) + worth.amountMinor)
    const worth = [...sums].map(([currency, amountMinor]) => ({ currency, amountMinor }))
    return [{ theme, projects: own.length, worth }]
  })
