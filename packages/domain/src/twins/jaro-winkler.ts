const prefixShare = 0.1
const longestPrefix = 4

/** Likeness of two words, 0..1, kind to swapped letters and to a like beginning (Jaro 1989, Winkler 1990). */
export function jaroWinkler(one: string, other: string): number {
  if (one === other) return 1
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1)
  const taken = new Set<number>()
  const met: string[] = []
  for (let at = 0; at < one.length; at += 1) {
    const letter = one.charAt(at)
    for (let place = Math.max(0, at - reach); place <= Math.min(other.length - 1, at + reach); place += 1) {
      if (taken.has(place) || other[place] !== letter) continue
      taken.add(place)
      met.push(letter)
      break
    }
  }
  if (met.length === 0) return 0
  const order = [...taken].toSorted((a, b) => a - b).map((place) => other[place])
  const swapped = met.filter((letter, place) => letter !== order[place]).length / 2
  const jaro = (met.length / one.length + met.length / other.length + (met.length - swapped) / met.length) / 3
  let prefix = 0
  while (prefix < longestPrefix && prefix < one.length && one[prefix] === other[prefix]) prefix += 1
  return jaro + prefix * prefixShare * (1 - jaro)
}
