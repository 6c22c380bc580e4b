import { xmlText } from './cell-xml.ts'

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const schemas = 'http://schemas.openxmlformats.org'
export const spreadsheetNamespace = `xmlns="${schemas}/spreadsheetml/2006/main"`
const relationTypes = `${schemas}/officeDocument/2006/relationships`
const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const relationsXml = (relations: readonly { readonly type: string; readonly target: string }[]): string =>
  `${xmlHead}<Relationships xmlns="${schemas}/package/2006/relationships">${relations
    .map(({ type, target }, at) => `<Relationship Id="r${at + 1}" Type="${relationTypes}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

const typesXml = (sheets: number): string => {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${sheetType}.${type}+xml"/>`
  return (
    `${xmlHead}<Types xmlns="${schemas}/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    part('workbook', 'sheet.main') +
    part('styles', 'styles') +
    Array.from({ length: sheets }, (_, at) => part(`worksheets/sheet${at + 1}`, 'worksheet')).join('') +
    '</Types>'
  )
}

/** What a tab may be called. */
const tab = (name: string): string => xmlText(name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31))

const bookXml = (names: readonly string[]): string =>
  `${xmlHead}<workbook ${spreadsheetNamespace} xmlns:r="${relationTypes}"><sheets>${names
    .map((name, at) => `<sheet name="${tab(name)}" sheetId="${at + 1}" r:id="r${at + 1}"/>`)
    .join('')}</sheets></workbook>`

/** Plain, heading, day, moment, text that would be a formula, and text in lines; days as the reader's system shows them. */
const stylesXml =
  `${xmlHead}<styleSheet ${spreadsheetNamespace}>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** All parts of a workbook but its sheets, by their names in the archive. */
export const workbookParts = (names: readonly string[]): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': typesXml(names.length),
  '_rels/.rels': relationsXml([{ type: 'officeDocument', target: 'xl/workbook.xml' }]),
  'xl/workbook.xml': bookXml(names),
  'xl/_rels/workbook.xml.rels': relationsXml([
    ...names.map((_, at) => ({ type: 'worksheet', target: `worksheets/sheet${at + 1}.xml` })),
    { type: 'styles', target: 'styles.xml' },
  ]),
  'xl/styles.xml': stylesXml,
})
