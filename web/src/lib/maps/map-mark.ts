import type { Point } from './map-view.ts'

/** A circle on a map; its label says in words all that its size and colour say. */
export type MapMark = Point & {
  readonly id: string
  readonly label: string
  /** Pixels; 0 draws no disc. */
  readonly radius: number
  /** A second circle around the same point, in pixels. */
  readonly ring?: number
  readonly tone: 'bad' | 'copper' | 'teal' | 'plain'
  /** What stands within the disc; the label says it too. */
  readonly text?: string
}
