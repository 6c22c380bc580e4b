import { inject } from 'vitest'
import type { TestHouse } from './test-house.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test file asks for the run's house. */
    house: string
  }
}

/** What test files know of the house that they share: none may break it, so its processes are not theirs. */
export type SharedHouse = Pick<TestHouse, 'url' | 'urls' | 'environment'>

/**
 * The run's one house with the demo's market, its needs ranked; the first to ask waits until it stands. What a test
 * changes in it stays for the others, so tests count from what they find and look for their own things.
 * @throws where the house did not start, with the last words of its processes
 */
export async function sharedHouse(): Promise<SharedHouse> {
  const answer = await fetch(inject('house'))
  if (!answer.ok) throw new Error(await answer.text())
  return (await answer.json()) as SharedHouse
}
