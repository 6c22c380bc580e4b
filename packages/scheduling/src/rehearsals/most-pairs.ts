import type { DrawnPair } from './draw-day.ts'

type Ends = Pick<DrawnPair, 'host' | 'visitor'>

/**
 * The most pairs that can be chosen so that nobody is in more than a cap allows, for caps that rise: raised by one, what
 * was chosen stays and only as much is sought as is new. Paths exchange chosen pairs for others, as in bipartite matching.
 */
export class MostPairs {
  readonly #pairs: readonly Ends[]
  readonly #ofVisitor: number[][]
  readonly #ofHost: number[][]
  readonly #taken: Uint8Array
  readonly #hostLoad: Int32Array
  readonly #visitorLoad: Int32Array
  readonly #seen: Int32Array
  #round = 0
  #visitorCap: (visitor: number) => number = () => 0
  #hostCap = 0
  size = 0

  constructor(hosts: number, visitors: number, pairs: readonly Ends[]) {
    this.#pairs = pairs
    this.#ofVisitor = Array.from({ length: visitors }, () => [])
    this.#ofHost = Array.from({ length: hosts }, () => [])
    for (const [at, { host, visitor }] of pairs.entries()) {
      this.#ofVisitor[visitor]?.push(at)
      this.#ofHost[host]?.push(at)
    }
    this.#taken = new Uint8Array(pairs.length)
    this.#hostLoad = new Int32Array(hosts)
    this.#visitorLoad = new Int32Array(visitors)
    this.#seen = new Int32Array(hosts)
  }

  isTaken(pair: number): boolean {
    return this.#taken[pair] === 1
  }

  /** Chooses as many as these caps allow; none of them may be below what it was. */
  raise(hostCap: number, visitorCap: number | ((visitor: number) => number)): number {
    this.#hostCap = hostCap
    this.#visitorCap = typeof visitorCap === 'number' ? () => visitorCap : visitorCap
    for (let grown = true; grown;) {
      grown = false
      // Hosts that lead nowhere lead nowhere for the others too, until something is exchanged.
      this.#round += 1
      for (let visitor = 0; visitor < this.#visitorLoad.length; visitor += 1)
        while (this.#hasRoom(visitor) && this.#extend(visitor)) grown = true
    }
    return this.size
  }

  #hasRoom(visitor: number): boolean {
    return (this.#visitorLoad[visitor] ?? 0) < this.#visitorCap(visitor)
  }

  #extend(visitor: number): boolean {
    if (!this.#reach(visitor)) return false
    this.#visitorLoad[visitor] = (this.#visitorLoad[visitor] ?? 0) + 1
    this.size += 1
    return true
  }

  /** Gives a visitor one more pair, if others can do with another host for it. */
  #reach(visitor: number): boolean {
    for (const pair of this.#ofVisitor[visitor] ?? []) {
      const host = this.#pairs[pair]?.host ?? 0
      if (this.#taken[pair] === 1 || this.#seen[host] === this.#round) continue
      this.#seen[host] = this.#round
      if ((this.#hostLoad[host] ?? 0) < this.#hostCap) {
        this.#hostLoad[host] = (this.#hostLoad[host] ?? 0) + 1
        this.#taken[pair] = 1
        // What has still room is no dead end.
        this.#seen[host] = 0
        return true
      }
      for (const other of this.#ofHost[host] ?? []) {
        if (this.#taken[other] !== 1 || !this.#reach(this.#pairs[other]?.visitor ?? 0)) continue
        this.#taken[other] = 0
        this.#taken[pair] = 1
        return true
      }
    }
    return false
  }
}
