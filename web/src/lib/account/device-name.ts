const browsers: readonly (readonly [sign: string, name: string])[] = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
]
const systems: readonly (readonly [sign: string, name: string])[] = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'macOS'],
  ['CrOS', 'ChromeOS'],
  ['Linux', 'Linux'],
]
const nameIn = (text: string, names: typeof browsers): string | undefined =>
  names.find(([sign]) => text.includes(sign))?.[1]

/** What a person would call the device behind a User-Agent header ("Firefox · Windows"), or null where it says nothing known. */
export function deviceName(userAgent: string | null): string | null {
  const parts = [nameIn(userAgent ?? '', browsers), nameIn(userAgent ?? '', systems)].filter(
    (part) => part !== undefined,
  )
  return parts.length === 0 ? null : parts.join(' · ')
}
