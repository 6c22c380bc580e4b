import { fromBase64, isSame } from './bytes.ts'
import type { Checkpoint } from './checkpoint.ts'
import { entryHash } from './entry.ts'
import { Frontier } from './frontier.ts'
import type { Hash } from './hash.ts'
import { hasItsFacts } from './receipt.ts'

/** A line of a log: an entry with the hash that stands for it, or that hash alone where the reader may not see the entry. */
export type LogLine = {
  readonly index: number
  readonly hash: string | null
  readonly at?: string | null | undefined
  readonly body?: string | null | undefined
  readonly facts?: string | null | undefined
  readonly salt?: string | null | undefined
}

/** What can be wrong with a log. */
export type Tampering =
  | 'edited'
  | 'deleted'
  | 'reordered'
  | 'truncated'
  | 'forked'
  | 'rewritten'
  | 'wrong-key'
  | 'unreadable'
/** What is wrong, and the first entry that is; `to` where it can only be said that it is one before that. */
export type Finding = {
  readonly tampering: Tampering
  readonly index: number
  readonly to: number | null
  readonly words: string
}

/**
 * Reads a log from its beginning, in memory that does not grow with it, and holds it against checkpoints that were
 * given out before. What a line says of itself shows where it was changed; a checkpoint shows that it was changed, however
 * well all else was made to fit.
 */
export class LogCheck {
  readonly findings: Finding[] = []
  readonly #frontier = new Frontier()
  readonly #checkpoints: readonly Checkpoint[]
  /** Which of them is held against next, and how many entries the last one has that fits. */
  #waiting = 0
  #proven = 0
  #at = ''
  #next = 0
  /** Whether the lines so far make a tree at all. */
  #whole = true

  constructor(checkpoints: readonly Checkpoint[]) {
    this.#checkpoints = checkpoints.toSorted((a, b) => a.size - b.size)
    for (const [at, one] of this.#checkpoints.entries()) {
      const before = this.#checkpoints[at - 1]
      if (before !== undefined && before.size === one.size && !isSame(before.root, one.root))
        this.#find('forked', 0, one.size, `two signed checkpoints of ${one.size} entries contradict each other`)
    }
    this.#hold()
  }

  get size(): number {
    return this.#next
  }

  add(line: LogLine): void {
    const { index } = line
    if (!Number.isSafeInteger(index) || index < 0) return this.#break('unreadable', 'a line has no index')
    if (index > this.#next) {
      const missing = index - this.#next === 1 ? 'is not there' : `and all before ${index} are not there`
      this.#break('deleted', `entry ${this.#next} ${missing}`)
    } else if (index < this.#next) this.#break('reordered', `entry ${index} comes after entry ${this.#next - 1}`)
    const leaf = this.#leafOf(line)
    this.#next = Math.max(this.#next, index + 1)
    if (!this.#whole || leaf === null) return
    this.#frontier.append(leaf)
    this.#hold()
  }

  /** Call it after the last line; answers with all that is wrong. */
  end(): readonly Finding[] {
    const last = this.#checkpoints.at(-1)
    if (last !== undefined && this.#next < last.size)
      this.#find('truncated', this.#next, null, `the log ends before entry ${this.#next}, but ${last.size} were signed`)
    return this.findings
  }

  #leafOf({ index, hash, at, body, facts, salt }: LogLine): Hash | null {
    const kept = hash === null ? null : fromBase64(hash)
    if (typeof body !== 'string' || typeof at !== 'string') {
      if (kept === null) this.#break('deleted', `nothing is left of entry ${index}`)
      return kept
    }
    if (at < this.#at) this.#find('reordered', index, null, `entry ${index} is older than the one before it`)
    this.#at = at
    const leaf = entryHash({ index, at, body })
    if (kept === null || !isSame(leaf, kept))
      this.#find('edited', index, null, `entry ${index} is not what it was when its hash was made`)
    else if (typeof facts === 'string' && (typeof salt !== 'string' || !hasItsFacts(body, salt, facts)))
      this.#find('edited', index, null, `the facts of entry ${index} are not those it was written with`)
    return leaf
  }

  /** Holds the tree so far against the checkpoints of its size. */
  #hold(): void {
    const { size } = this.#frontier
    for (let next = this.#checkpoints[this.#waiting]; next?.size === size; next = this.#checkpoints[this.#waiting]) {
      this.#waiting += 1
      const rewritten = this.findings.some(({ tampering }) => tampering === 'rewritten')
      if (!isSame(next.root, this.#frontier.root())) {
        const words = `the first ${size} entries are not those that were signed at ${next.at}; the first ${this.#proven} are`
        if (!rewritten) this.#find('rewritten', this.#proven, size, words)
        continue
      }
      // One checkpoint fits what was and a later one what is: the log's own key signed both.
      if (rewritten)
        this.#find('forked', this.#proven, size, `the log was signed again at ${size} entries, in another wording`)
      this.#proven = size
    }
  }

  #break(tampering: Tampering, words: string): void {
    this.#find(tampering, this.#next, null, words)
    this.#whole = false
  }

  #find(tampering: Tampering, index: number, to: number | null, words: string): void {
    this.findings.push({ tampering, index, to, words })
  }
}
