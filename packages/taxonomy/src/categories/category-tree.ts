import { significantDigits, type CategoryCode } from '@enlace/domain'
import { agricultureAndFoodLabels } from './labels/agriculture-and-food.ts'
import { businessServicesLabels } from './labels/business-services.ts'
import { chemicalsAndHealthLabels } from './labels/chemicals-and-health.ts'
import { computingLabels } from './labels/computing.ts'
import { constructionLabels } from './labels/construction.ts'
import { electricalAndElectronicsLabels } from './labels/electrical-and-electronics.ts'
import { energyAndMiningLabels } from './labels/energy-and-mining.ts'
import { environmentAndSafetyLabels } from './labels/environment-and-safety.ts'
import { furnishingAndLeisureLabels } from './labels/furnishing-and-leisure.ts'
import { machineryAndInstrumentsLabels } from './labels/machinery-and-instruments.ts'
import { textileAndClothingLabels } from './labels/textile-and-clothing.ts'
import { transportLabels } from './labels/transport.ts'

/** A CPV code of the shipped skeleton with our own names; `level` 1 is a division, 2 a group, 3 a class, 4 below. */
export type CategoryNode = {
  readonly code: CategoryCode
  /** The digits that carry meaning, such as "249" for 24900000. */
  readonly digits: string
  readonly level: 1 | 2 | 3 | 4
  readonly en: string
  readonly es: string
}

/** The 8-digit CPV code that the significant digits stand for. */
export const cpvCode = (digits: string): CategoryCode => ({ scheme: 'CPV', code: digits.padEnd(8, '0') })

const levelOf = (digits: string): CategoryNode['level'] =>
  digits.length <= 2 ? 1 : digits.length === 3 ? 2 : digits.length === 4 ? 3 : 4

function nodeOf(row: string): CategoryNode {
  const [digits = '', en = '', es = ''] = row.split('|')
  return { code: cpvCode(digits), digits, level: levelOf(digits), en, es }
}

let tree: ReadonlyMap<string, CategoryNode> | undefined

/** Every category of the skeleton by its significant digits, in the order of the codes; read on first use. */
export function categoryTree(): ReadonlyMap<string, CategoryNode> {
  if (tree !== undefined) return tree
  const sectors = [
    agricultureAndFoodLabels,
    businessServicesLabels,
    chemicalsAndHealthLabels,
    computingLabels,
    constructionLabels,
    electricalAndElectronicsLabels,
    energyAndMiningLabels,
    environmentAndSafetyLabels,
    furnishingAndLeisureLabels,
    machineryAndInstrumentsLabels,
    textileAndClothingLabels,
    transportLabels,
  ]
  const nodes = sectors.flatMap((rows) => rows.trim().split('\n')).map(nodeOf)
  nodes.sort((a, b) => (a.code.code < b.code.code ? -1 : a.code.code > b.code.code ? 1 : a.level - b.level))
  tree = new Map(nodes.map((node) => [node.digits, node]))
  return tree
}

/** The skeleton's own node of a CPV code, or null for other schemes and for codes it does not hold. */
export const categoryNode = (code: CategoryCode): CategoryNode | null =>
  code.scheme === 'CPV' ? (categoryTree().get(significantDigits(code.code)) ?? null) : null

/** The nearest category above or equal to a CPV code that the skeleton names, or null. */
export function nearestCategory(code: CategoryCode): CategoryNode | null {
  if (code.scheme !== 'CPV') return null
  for (let digits = significantDigits(code.code); digits.length >= 2; digits = digits.slice(0, -1)) {
    const node = categoryTree().get(digits)
    if (node !== undefined) return node
  }
  return null
}

/** Our name of a code (or of the nearest category above it) in the reader's language; the bare code where none is known. */
export function categoryLabel(code: CategoryCode, language: string): string {
  const node = nearestCategory(code)
  if (node === null) return `${code.scheme} ${code.code}`
  return language.startsWith('es') ? node.es : node.en
}

/** The category one level up, or null at a division. */
export const parentCategory = (node: CategoryNode): CategoryNode | null =>
  node.level === 1 ? null : nearestCategory(cpvCode(node.digits.slice(0, -1)))

/** The categories directly below one, or the divisions when asked with null. */
export function childCategories(node: CategoryNode | null): readonly CategoryNode[] {
  const nodes = [...categoryTree().values()]
  return node === null
    ? nodes.filter((candidate) => candidate.level === 1)
    : nodes.filter((candidate) => candidate.digits !== node.digits && parentCategory(candidate)?.digits === node.digits)
}
