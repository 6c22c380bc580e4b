export const categorySchemes = ['CPV', 'NACE', 'HS', 'NAICS'] as const
export type CategoryScheme = (typeof categorySchemes)[number]

/** A code of a published scheme; CPV codes are kept as 8 digits without the check digit. */
export type CategoryCode = { readonly scheme: CategoryScheme; readonly code: string }

const zero = '0'.charCodeAt(0)

/** How many digits of a code carry meaning; every pair of a ranking asks, so nothing is cut or copied here. */
function significantLength(code: string): number {
  let length = code.length
  while (length > 0 && code.charCodeAt(length - 1) === zero) length -= 1
  return length < 2 ? Math.min(2, code.length) : length
}

/** The significant part of a CPV code: trailing zeros carry no meaning below the division's two digits. */
export const significantDigits = (code: string): string => code.slice(0, significantLength(code))

/** How near two codes of one scheme lie, 0..1: shared leading digits over the longer significant part. */
export function codeProximity(a: CategoryCode, b: CategoryCode): number {
  // Most pairs of codes lie in different divisions, which one digit tells.
  if (a.code.charCodeAt(0) !== b.code.charCodeAt(0) || a.scheme !== b.scheme) return 0
  const left = significantLength(a.code)
  const right = significantLength(b.code)
  const most = Math.min(left, right)
  let shared = 0
  while (shared < most && a.code.charCodeAt(shared) === b.code.charCodeAt(shared)) shared += 1
  return shared < 2 ? 0 : shared / Math.max(left, right)
}
