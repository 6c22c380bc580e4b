import type { DemoCall } from '../demo-world.ts'
import { openCalls } from './open-calls.ts'
import { overCalls } from './over-calls.ts'

/** The calls of the demo world: those that are over first, as they came before. */
export const writeCalls = (): readonly DemoCall[] => [...overCalls, ...openCalls]
