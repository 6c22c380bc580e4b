import type { Allowance, Database } from '@enlace/database'

export type IdentitySettings = {
  /** A pool opened as `enlace_identity`. */
  readonly database: Database
  /** Signs cookies and links; at least 32 random characters, never kept in the database. */
  readonly secret: string
  /** The one origin browsers use, such as https://enlace.example; https switches secure cookies on. */
  readonly publicUrl: string
  /** Where measurements need other limits than people do. */
  readonly allowances?: Partial<Allowances>
}

/** How often a thing may be tried before a person would have given up. */
export type Allowances = {
  readonly passwordPerAccount: Allowance
  readonly passwordPerAddress: Allowance
  readonly codePerAddress: Allowance
  readonly mailPerRecipient: Allowance
  readonly mailPerAddress: Allowance
  readonly tokenPerAddress: Allowance
  readonly foundingPerPerson: Allowance
  readonly invitingPerOrganisation: Allowance
  readonly askingPerCalendar: Allowance
  readonly roomPerInterpreter: Allowance
}

/** Five tries at once and one more every three minutes are ten in the first quarter of an hour, and never more. */
export const defaultAllowances: Allowances = {
  passwordPerAccount: { burst: 5, seconds: 180 },
  passwordPerAddress: { burst: 50, seconds: 3 },
  codePerAddress: { burst: 20, seconds: 10 },
  mailPerRecipient: { burst: 3, seconds: 300 },
  mailPerAddress: { burst: 20, seconds: 30 },
  tokenPerAddress: { burst: 30, seconds: 5 },
  foundingPerPerson: { burst: 5, seconds: 600 },
  invitingPerOrganisation: { burst: 50, seconds: 60 },
  askingPerCalendar: { burst: 20, seconds: 30 },
  roomPerInterpreter: { burst: 60, seconds: 2 },
}

/** The header in which we tell better-auth the address that our server trusts. */
export const addressHeader = 'x-enlace-address'

/** Who knocks: what a request carries that matters for signing in. */
export type Visitor = {
  readonly cookie: string | undefined
  /** The network address as the server trusts it, never a header of the client. */
  readonly address: string
  readonly userAgent: string | undefined
}

/** A value to answer with, and the cookies to set with it. */
export type WithCookies<Value> = { readonly value: Value; readonly cookies: readonly string[] }

/** How long a session lasts at most, in seconds. */
export const sessionSeconds = 30 * 24 * 3600
