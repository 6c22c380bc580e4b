import { workbookProblem } from '@enlace/domain'

import { kindOfFormat, type NumberKind } from './number-format.ts'
import type { Zip } from './open-zip.ts'
import { readXml } from './parse-xml.ts'
import type { DateSystem } from './serial-date.ts'

/** Bytes of a part that describes others. */
const partLimit = 20_000_000

/** Where the sheets of a workbook lie, as its tabs stand, and what its cells refer to. */
export type WorkbookParts = {
  readonly sheets: readonly string[]
  readonly sharedStrings: string | null
  readonly dateSystem: DateSystem
  /** What the number of a cell says, by the cell's style. */
  readonly kinds: readonly NumberKind[]
}

type Relation = { readonly id: string; readonly type: string; readonly path: string }

/** The relations of a part; their addresses are told from its folder, or from the root. */
async function relationsOf(zip: Zip, part: string): Promise<readonly Relation[]> {
  const slash = part.lastIndexOf('/') + 1
  const [folder, name] = [part.slice(0, slash), part.slice(slash)]
  const relations: Relation[] = []
  await readXml(zip.read(`${folder}_rels/${name}.rels`, partLimit), {
    open: (element, { Id = '', Type = '', Target = '', TargetMode }) => {
      if (element !== 'Relationship' || TargetMode === 'External') return
      // Only the path counts: what it would be an address of is never asked.
      const path = new URL(Target, `file:///${folder}`).pathname.slice(1)
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), path: decodeURIComponent(path) })
    },
  })
  return relations
}

async function readBook(zip: Zip, part: string): Promise<{ sheets: readonly string[]; dateSystem: DateSystem }> {
  const sheets: string[] = []
  let isBook = false
  let dateSystem: DateSystem = 1900
  await readXml(zip.read(part, partLimit), {
    open: (element, attributes) => {
      isBook ||= element === 'workbook'
      if (element === 'workbookPr' && /^(1|true)$/.test(attributes['date1904'] ?? '')) dateSystem = 1904
      if (element !== 'sheet' || /hidden/i.test(attributes['state'] ?? '')) return
      const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]
      if (id !== undefined) sheets.push(id)
    },
  })
  // A letter is an office document too.
  if (!isBook) throw workbookProblem('workbook.damaged')
  return { sheets, dateSystem }
}

async function readKinds(zip: Zip, part: string): Promise<readonly NumberKind[]> {
  const own = new Map<number, string>()
  const kinds: NumberKind[] = []
  let within = false
  await readXml(zip.read(part, partLimit), {
    open: (element, { numFmtId = '0', formatCode = '' }) => {
      if (element === 'cellXfs') within = true
      else if (element === 'numFmt') own.set(Number(numFmtId), formatCode)
      else if (element === 'xf' && within) kinds.push(kindOfFormat(Number(numFmtId), own))
    },
    close: (element) => {
      if (element === 'cellXfs') within = false
    },
  })
  return kinds
}

/**
 * Finds the parts of a workbook in its archive; sheets that are hidden are none.
 * @throws Problem where it is no workbook
 */
export async function findParts(zip: Zip): Promise<WorkbookParts> {
  const book = (await relationsOf(zip, '')).find(({ type }) => type === 'officeDocument')?.path
  if (book === undefined) throw workbookProblem('workbook.damaged')
  const relations = await relationsOf(zip, book)
  const pathOf = (wanted: string): string | undefined => relations.find(({ type }) => type === wanted)?.path
  const { sheets, dateSystem } = await readBook(zip, book)
  const styles = pathOf('styles')
  return {
    sheets: sheets.flatMap((id) => {
      const sheet = relations.find((one) => one.id === id && one.type === 'worksheet')
      return sheet === undefined ? [] : [sheet.path]
    }),
    sharedStrings: pathOf('sharedStrings') ?? null,
    dateSystem,
    kinds: styles === undefined ? [] : await readKinds(zip, styles),
  }
}
