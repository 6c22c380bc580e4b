import highsModule, { type Highs, type Model, type ModelData } from 'highs'

import type { Pair, RuledPairs } from './rules.ts'

// Its types are written as for CommonJS; as a module, which is what Node loads, the default is the loader itself.
const loadHighs = highsModule as unknown as typeof highsModule.default
let loaded: ReturnType<typeof loadHighs> | undefined

/** What a solution is best at: worth, floors before all else; or floors alone. */
export type Aim = 'worth' | 'floors'

/** A stretch of meetings under one rule that are worth the same; slopes fall from stretch to stretch. */
type Stretch = { readonly rule: number; readonly width: number; readonly floors: number; readonly first: number }

export type Program = {
  /** Lets further pairs meet; the solution at hand stays a place to start from. */
  readonly add: (pairs: readonly number[]) => void
  readonly has: (pair: number) => boolean
  /** How many pairs it looks at. */
  readonly size: () => number
  readonly solve: (aim: Aim) => Solution
  /** The same in whole numbers, where the linear program left halves, within so many seconds. */
  readonly solveWhole: (seconds: number) => Solution
  readonly close: () => void
}

export type Solution = {
  /** How much of each pair of the program meets; 0 or 1 but for halves. */
  readonly shares: ReadonlyMap<number, number>
  readonly value: number
  /** What one meeting more under each rule would cost; below 0 where one more would be worth something. */
  readonly prices: readonly number[]
}

function stretchesOf({ rules }: RuledPairs): Stretch[] {
  return rules.flatMap(({ atLeast, atMost, firsts }, rule) => {
    const singles = Math.min(atMost, Math.max(atLeast, firsts.length))
    return [
      ...Array.from({ length: singles }, (_, at) => ({
        rule,
        width: 1,
        floors: at < atLeast ? 1 : 0,
        first: firsts[at] ?? 0,
      })),
      { rule, width: atMost - singles, floors: 0, first: 0 },
    ]
  })
}

/**
 * More than meeting one floor could cost in worth: that moves meetings along a path which passes each rule once, and
 * loses at most so much at each.
 */
export function floorWorthOf({ pairs, rules }: RuledPairs): number {
  const most = pairs.reduce((sum, { weight }) => Math.max(sum, weight), 0)
  const firsts = rules.reduce((sum, rule) => Math.max(sum, rule.firsts[0] ?? 0), 0)
  return 1 + rules.length * (most + firsts)
}

/**
 * Opens the linear program of the pairs. Each rule is a row: the meetings under it are as many as its stretches hold.
 * Where every rule lies in one of two nested families (those of the hosts, those of the visitors, and the rooms around
 * either), the matrix is that of a network, so its corners are whole. Interpreters cut across both families, so only
 * they can leave halves.
 */
export async function openProgram(problem: RuledPairs): Promise<Program> {
  // Compiling it takes longer than a small matchday does, and it keeps nothing of one model for the next.
  const highs = await (loaded ??= loadHighs())
  const stretches = stretchesOf(problem)
  const rows = problem.rules.length
  const floorWorth = floorWorthOf(problem)
  const model = highs.createModel(emptyModel(highs, stretches, rows))
  model.options.set({ output_flag: false })
  const columns: number[] = []
  const known = new Set<number>()
  const weightOf = (pair: number): number => problem.pairs[pair]?.weight ?? 0

  const setAim = (aim: Aim): void => {
    const costs = [
      ...stretches.map(({ floors, first }) => (aim === 'floors' ? floors : floors * floorWorth + first)),
      ...columns.map((pair) => (aim === 'floors' ? 0 : weightOf(pair))),
    ]
    model.changeColsCost({ kind: 'range', from: 0, to: costs.length - 1 }, costs)
  }

  const run = (): Solution => {
    model.run()
    const { optimal, timeLimit } = highs.constants.modelStatus
    const status = model.getModelStatus()
    if (status !== optimal && status !== timeLimit) throw new Error(`the selection ended with status ${status}`)
    const { colValue, rowDual } = model.getSolution()
    return {
      shares: new Map(columns.map((pair, at) => [pair, colValue[stretches.length + at] ?? 0])),
      value: model.getObjectiveValue(),
      prices: [...rowDual],
    }
  }

  return {
    has: (pair) => known.has(pair),
    size: () => known.size,
    add: (pairs) => {
      const added = pairs.filter((pair) => !known.has(pair))
      addColumns(
        model,
        rows,
        added.flatMap((pair) => problem.pairs[pair] ?? []),
      )
      for (const pair of added) known.add(pair)
      columns.push(...added)
    },
    solve: (aim) => {
      setAim(aim)
      return run()
    },
    solveWhole: (seconds) => {
      setAim('worth')
      const range = { kind: 'range', from: stretches.length, to: stretches.length + columns.length - 1 } as const
      model.changeColsIntegrality(
        range,
        columns.map(() => highs.constants.variableType.integer),
      )
      model.options.set({ time_limit: seconds })
      return run()
    },
    close: () => model.dispose(),
  }
}

/** The stretches alone: no pair meets yet, and each row balances the pairs under it with what its stretches hold. */
function emptyModel({ constants }: Highs, stretches: readonly Stretch[], rows: number): ModelData {
  const zeros = (count: number): number[] => Array.from({ length: count }, () => 0)
  return {
    numCols: stretches.length,
    numRows: rows,
    sense: constants.objectiveSense.maximize,
    colCost: zeros(stretches.length),
    colLower: zeros(stretches.length),
    colUpper: stretches.map(({ width }) => width),
    rowLower: zeros(rows),
    rowUpper: zeros(rows),
    matrix: {
      format: 'csc',
      numRows: rows,
      numCols: stretches.length,
      starts: Array.from({ length: stretches.length + 1 }, (_, at) => at),
      indices: stretches.map(({ rule }) => rule),
      values: stretches.map(() => -1),
    },
  }
}

function addColumns(model: Model, rows: number, pairs: readonly Pair[]): void {
  if (pairs.length === 0) return
  const starts = new Int32Array(pairs.length + 1)
  for (const [at, { rules }] of pairs.entries()) starts[at + 1] = (starts[at] ?? 0) + rules.length
  const indices = Int32Array.from(pairs.flatMap(({ rules }) => rules.toSorted((a, b) => a - b)))
  model.addCols({
    cost: Float64Array.from(pairs, () => 0),
    lower: Float64Array.from(pairs, () => 0),
    upper: Float64Array.from(pairs, () => 1),
    matrix: {
      format: 'csc',
      numRows: rows,
      numCols: pairs.length,
      starts,
      indices,
      values: Float64Array.from(indices, () => 1),
    },
  })
}
