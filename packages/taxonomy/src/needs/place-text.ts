import type { Place } from '@enlace/domain'
import { countries } from '../names/display-names.ts'
import { towns as knownTowns, type Town } from '../places/gazetteer.ts'
import { fold } from '../words/word.ts'
import { overlaps, sentenceAround, spanOf, type Found, type ReadText } from './found.ts'

type Mention = { readonly name: string; readonly start: number; readonly end: number }

let townNames: ReadonlyMap<string, readonly Town[]> | undefined
let regionNames: ReadonlyMap<string, readonly Town[]> | undefined
let countryNames: ReadonlyMap<string, string> | undefined

const grouped = (nameOf: (town: Town) => string): ReadonlyMap<string, readonly Town[]> => {
  const map = new Map<string, Town[]>()
  for (const town of knownTowns()) map.set(fold(nameOf(town)), [...(map.get(fold(nameOf(town))) ?? []), town])
  return map
}
const countryMap = (): ReadonlyMap<string, string> =>
  (countryNames ??= new Map(
    ['en', 'es', 'pt'].flatMap((locale) => countries(locale).map(({ code, name }) => [fold(name), code] as const)),
  ))

/** Capitalised runs of words that are names in the map; a name inside a longer one is not told twice. */
function mentions(text: ReadText, names: ReadonlyMap<string, unknown>, longestWords: number): readonly Mention[] {
  const found: Mention[] = []
  const words = [...text.folded.matchAll(/[\p{L}'][\p{L}'.-]*(?<!\.)/gu)]
  for (let from = 0; from < words.length; from += 1) {
    for (let count = Math.min(longestWords, words.length - from); count > 0; count -= 1) {
      const first = words[from]
      const last = words[from + count - 1]
      if (first === undefined || last === undefined) continue
      const end = last.index + last[0].length
      const name = text.folded.slice(first.index, end)
      const isCapital = /^\p{Lu}/u.test(text.written.slice(first.index))
      if (!isCapital || !names.has(name) || found.some((other) => overlaps(other, { start: first.index, end })))
        continue
      found.push({ name, start: first.index, end })
      break
    }
  }
  return found
}

const siteCue =
  /deliver|site|plant\b|mine\b|warehouse|port\b|located|based|works? in|entreg|faena|planta|mina|bodega|puerto|ubicad|obra|puest[oa]s? en|instalad|fabrica|armazem|localizad/

/** Where the goods or the work are wanted: the town (else region, else country) that a word of place stands by. */
export function findPlace(text: ReadText): Found<Place> | null {
  const towns = mentions(text, (townNames ??= grouped((town) => town.locality)), 4)
  const regions = mentions(text, (regionNames ??= grouped((town) => town.region)), 4)
  const lands = mentions(text, countryMap(), 5)
  const named = new Set(lands.map((land) => countryMap().get(land.name)))
  if (towns.length > 0) return townFound(text, towns, lands, named)
  const region = preferred(text, regions)
  const inRegion = region === undefined ? undefined : townIn(regionNames.get(region.name) ?? [], named)
  if (region !== undefined && inRegion !== undefined) {
    return {
      value: {
        country: inRegion.town.country,
        region: inRegion.town.region,
        locality: null,
        latitude: null,
        longitude: null,
      },
      spans: [spanOf(text, region.start, region.end)],
      check: inRegion.isSure ? null : 'place-guessed',
    }
  }
  const land = preferred(text, lands)
  const country = land === undefined ? undefined : countryMap().get(land.name)
  if (land === undefined || country === undefined) return null
  return {
    value: { country, region: null, locality: null, latitude: null, longitude: null },
    spans: [spanOf(text, land.start, land.end)],
    check: named.size > 1 ? 'several-found' : null,
  }
}

const preferred = (text: ReadText, found: readonly Mention[]): Mention | undefined =>
  found.find((mention) => siteCue.test(sentenceAround(text, mention.start, mention.end).before)) ?? found[0]

const townIn = (
  candidates: readonly Town[],
  named: ReadonlySet<string | undefined>,
): { readonly town: Town; readonly isSure: boolean } | undefined => {
  const inNamed = candidates.filter((town) => named.has(town.country))
  const town = inNamed[0] ?? candidates[0]
  const lands = new Set(candidates.map((candidate) => candidate.country))
  return town === undefined ? undefined : { town, isSure: inNamed.length > 0 || lands.size === 1 }
}

function townFound(
  text: ReadText,
  found: readonly Mention[],
  lands: readonly Mention[],
  named: ReadonlySet<string | undefined>,
): Found<Place> | null {
  const mention = preferred(text, found)
  const chosen = mention === undefined ? undefined : townIn(townNames?.get(mention.name) ?? [], named)
  if (mention === undefined || chosen === undefined) return null
  const land = lands.find((candidate) => countryMap().get(candidate.name) === chosen.town.country)
  const spans = [mention, ...(land === undefined ? [] : [land])].map(({ start, end }) => spanOf(text, start, end))
  const isOneOfSeveral = new Set(found.map((other) => other.name)).size > 1
  return {
    value: { ...chosen.town },
    spans,
    check: chosen.isSure ? (isOneOfSeveral ? 'several-found' : null) : 'place-guessed',
  }
}
