/** Where in the input a fault lies and what a person can do about it. */
export type FieldFault = { readonly path: string; readonly code: string; readonly message: string }

/** Every operating error the system can answer with; the HTTP status is part of the vocabulary. */
export const problemStatus = {
  'input.invalid': 422,
  'input.unreadable': 400,
  'input.too-large': 413,
  'input.media-type': 415,
  'identity.required': 401,
  'identity.forbidden': 403,
  'identity.origin': 403,
  'identity.organisation-required': 403,
  'identity.rate-limited': 429,
  'identity.credentials': 401,
  'identity.code': 401,
  'identity.link': 410,
  'identity.two-factor': 409,
  'password.short': 422,
  'password.common': 422,
  'password.wrong': 422,
  'organisation.role': 422,
  'organisation.last-owner': 409,
  'invitation.spent': 410,
  'invitation.other-person': 403,
  'thing.not-found': 404,
  'thing.changed': 412,
  'thing.conflict': 409,
  'route.not-found': 404,
  'route.method': 405,
  'idempotency.reused': 422,
  'idempotency.in-flight': 409,
  'cursor.invalid': 400,
  'need.not-draft': 409,
  'need.not-published': 409,
  'need.incomplete': 422,
  'need.dates': 422,
  'category.unknown': 422,
  'passport.incomplete': 422,
  'passport.not-found': 404,
  'match.not-answerable': 409,
  'model.not-candidate': 409,
  'model.nothing-before': 409,
  'model.too-few-labels': 409,
  'file.type': 415,
  'file.lies': 415,
  'file.swells': 415,
  'file.too-large': 413,
  'import.format': 422,
  'import.state': 409,
  'twin.joined': 409,
  'twin.shared': 409,
  'twin.merged': 409,
  'merge.undone': 409,
  'merge.late': 409,
  'merge.changed': 409,
  'alert.limit': 409,
  'alert.link': 410,
  'rival.own': 422,
  'rival.kind': 422,
  'rival.limit': 409,
  'fairness.keeper': 422,
  'glossary.wordless': 422,
  'glossary.twice': 422,
  'glossary.limit': 409,
  'call.incomplete': 422,
  'call.phase': 409,
  'call.late': 409,
  'call.seats': 422,
  'call.quota': 429,
  'call.short': 409,
  'call.changed': 409,
  'bid.incomplete': 422,
  'bid.sealing': 422,
  'bid.conflict': 403,
  'bid.files': 422,
  'bid.file-shut': 409,
  'opening.share': 422,
  'opening.early': 409,
  'scorecard.undeclared': 409,
  'scorecard.final': 409,
  'scorecard.incomplete': 422,
  'scorecard.blind': 409,
  'question.late': 409,
  'question.reveals': 422,
  'question.limit': 409,
  'award.debriefs': 409,
  'award.winner': 422,
  'opener.key': 422,
  'opener.key-taken': 409,
  'opener.limit': 409,
  'audit.size': 422,
  'linkage.step': 409,
  'linkage.closed': 409,
  'linkage.blocked': 409,
  'linkage.limit': 429,
  'linkage.resting': 409,
  'linkage.term': 409,
  'sample.judged': 409,
  'follow-up.link': 410,
  'follow-up.spent': 410,
  'follow-up.expired': 410,
  'challenge.brief-state': 409,
  'challenge.brief-incomplete': 422,
  'challenge.not-screened': 409,
  'challenge.board-small': 409,
  'challenge.author': 403,
  'challenge.not-open': 409,
  'lockbox.late': 409,
  'cluster.size': 422,
  'cluster.unready': 409,
  'cluster.answered': 409,
  'candidate.reviewed': 409,
  'candidate.kind': 422,
  'team.kind': 422,
  'proposal.state': 409,
  'proposal.reason': 422,
  'proposal.incomplete': 422,
  'proposal.exists': 409,
  'service.unavailable': 503,
  'service.fault': 500,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problemStatus

/** An operating error: a stable code, a sentence a person can act on, and the fields at fault (RFC 9457 on the wire). */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly faults: readonly FieldFault[]

  constructor(code: ProblemCode, message: string, faults: readonly FieldFault[] = []) {
    super(message)
    this.code = code
    this.faults = faults
  }

  get status(): number {
    return problemStatus[this.code]
  }
}

/** Fails loudly when the programmer, not the user, made a mistake. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`assertion failed: ${message}`)
}
