import type { Endpoint } from './endpoint.ts'
import * as matches from './matches/match.contract.ts'
import * as needs from './needs/need.contract.ts'

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value

/** Every HTTP operation of the product; the OpenAPI document and the tenancy matrix are generated from it. */
export const endpoints: readonly Endpoint[] = [needs, matches].flatMap((noun) => Object.values(noun).filter(isEndpoint))
