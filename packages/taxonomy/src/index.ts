export type { Span } from './words/word.ts'
export { guessLanguage } from './words/stop-words.ts'
export * from './categories/category-tree.ts'
export * from './categories/suggest-categories.ts'
export {
  certificateSchemes,
  certificateTopics,
  type CertificateScheme,
  type CertificateTopic,
} from './certificates/certificate-schemes.ts'
export * from './certificates/find-certificates.ts'
export * from './names/currency.ts'
export * from './names/display-names.ts'
export { checkReasons, type CheckReason, type Found } from './needs/found.ts'
export { parseNeedText, type ParsedNeed } from './needs/need-text.ts'
export * from './places/gazetteer.ts'
export * from './places/region.ts'
export { keptWords } from './searches/kept-words.ts'
export * from './searches/missed-search.ts'
export { periodLabel, unitLabel, unitNamed, units, type Unit } from './units/unit.ts'
export { gatherCodes, type CodeFault, type CodeList, type OfficialCode } from './codes/official-code.ts'
export { parseCpvCodes } from './codes/cpv-codes.ts'
export { parseNaceCodes } from './codes/nace-codes.ts'
export { parseHsCodes, type HsRecord } from './codes/hs-codes.ts'
export { parseNaicsCodes, type NaicsIndustry } from './codes/naics-codes.ts'
