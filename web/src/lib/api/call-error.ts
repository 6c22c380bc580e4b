import type { FieldFault, ProblemCode } from '@enlace/domain'
import { faultWords } from './fault-words.ts'

/** What can go wrong before a server has answered. */
export type CallErrorCode = ProblemCode | 'network.unreachable' | 'network.aborted'

/** A call that was refused or never arrived: the server's code, its words and the fields at fault. */
export class CallError extends Error {
  override readonly name = 'CallError'
  readonly code: CallErrorCode
  readonly status: number
  readonly faults: readonly FieldFault[]
  readonly requestId: string | null

  constructor(
    code: CallErrorCode,
    detail: string,
    status = 0,
    faults: readonly FieldFault[] = [],
    requestId: string | null = null,
  ) {
    super(detail)
    this.code = code
    this.status = status
    this.faults = faults
    this.requestId = requestId
  }

  /** What is wrong with one field (`specification.2.unit`), or undefined where the field is fine. */
  fault(path: string): string | undefined {
    const fault = this.faults.find((one) => one.path === path)
    return fault === undefined ? undefined : faultWords(fault)
  }
}

/** By its form alone: which codes there are is known with their words, which are fetched with the first problem. */
const isCode = (code: unknown): code is ProblemCode => typeof code === 'string' && /^[a-z-]+\.[a-z-]+$/.test(code)
const isFault = (value: unknown): value is FieldFault =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  typeof value.path === 'string' &&
  'message' in value &&
  typeof value.message === 'string'

/** A form knows its fields by their names in the body. */
const ofForm = (fault: FieldFault): FieldFault => ({ ...fault, path: fault.path.replace(/^body\./, '') })

/** Reads problem+json (RFC 9457); an answer that is none becomes a fault of the service, never a crash of the page. */
export function problemFrom(status: number, body: unknown): CallError {
  const given = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const code = isCode(given['code']) ? given['code'] : codeOf(status)
  const detail = typeof given['detail'] === 'string' ? given['detail'] : ''
  const faults = Array.isArray(given['faults']) ? given['faults'].filter(isFault).map(ofForm) : []
  return new CallError(code, detail, status, faults, typeof given['requestId'] === 'string' ? given['requestId'] : null)
}

/** What an answer means by its status alone. */
export const codeOf = (status: number): ProblemCode => {
  if (status === 401) return 'identity.required'
  if (status === 403) return 'identity.forbidden'
  if (status === 404) return 'thing.not-found'
  return status === 502 || status === 503 || status === 504 ? 'service.unavailable' : 'service.fault'
}
