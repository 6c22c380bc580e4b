export const categorySchemes = ['CPV', 'NACE', 'HS', 'NAICS'] as const
export type CategoryScheme = (typeof categorySchemes)[number]

/** A code of a published scheme; CPV codes are kept as 8 digits without the check digit. */
export type CategoryCode = { readonly scheme: CategoryScheme; readonly code: string }

/** The significant part of a CPV code: trailing zeros carry no meaning below the division's two digits. */
export const significantDigits = (code: string): string => {
  const trimmed = code.replace(/0+$/, '')
  return trimmed.length < 2 ? code.slice(0, 2) : trimmed
}

/** How near two codes of one scheme lie, 0..1: shared leading digits over the longer significant part. */
export function codeProximity(a: CategoryCode, b: CategoryCode): number {
  if (a.scheme !== b.scheme) return 0
  const left = significantDigits(a.code)
  const right = significantDigits(b.code)
  let shared = 0
  while (shared < left.length && shared < right.length && left[shared] === right[shared]) shared += 1
  return shared < 2 ? 0 : shared / Math.max(left.length, right.length)
}
