import type { Zip } from './open-zip.ts'
import { readXml } from './parse-xml.ts'

/** Cells refer to these texts by their number, so all are held at once. In bytes. */
const stringsLimit = 200_000_000

/** Text as a workbook writes it, which has no other way for characters that XML forbids: "_x000D_" is one. */
export const fromXmlText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** The texts that several cells share, in order; how they are drawn and how they are pronounced is left out. */
export async function readSharedStrings(zip: Zip, part: string): Promise<readonly string[]> {
  const strings: string[] = []
  let said = ''
  let within = false
  let spoken = false
  await readXml(zip.read(part, stringsLimit), {
    open: (element) => {
      if (element === 'si') said = ''
      else if (element === 'rPh') spoken = true
      else if (element === 't') within = !spoken
    },
    text: (text) => {
      if (within) said += text
    },
    close: (element) => {
      if (element === 't') within = false
      else if (element === 'rPh') spoken = false
      else if (element === 'si') strings.push(fromXmlText(said))
    },
  })
  return strings
}
