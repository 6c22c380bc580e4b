/** A code with its name in the reader's language. */
export type Named = { readonly code: string; readonly name: string }

const countryCodes =
  `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF
CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN
GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR
LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG
PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL
TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW`.split(/\s+/)

const languageCodes =
  `ar ay bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gn gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv
mk ml mn mr ms my ne nl no pa pl ps pt qu ro ru si sk sl so sq sr sv sw ta te th tl tr uk ur uz vi zh zu`.split(/\s+/)

type Kind = 'region' | 'language' | 'currency'
const makers = new Map<string, Intl.DisplayNames>()

function nameOf(kind: Kind, code: string, locale: string): string {
  const key = `${kind} ${locale}`
  let maker = makers.get(key)
  if (maker === undefined) makers.set(key, (maker = new Intl.DisplayNames([locale, 'en'], { type: kind })))
  try {
    return maker.of(code) ?? code
  } catch {
    return code
  }
}

const namedList = (kind: Kind, codes: readonly string[], locale: string): readonly Named[] => {
  const order = new Intl.Collator(locale)
  return codes
    .map((code) => ({ code, name: nameOf(kind, code, locale) }))
    .toSorted((a, b) => order.compare(a.name, b.name))
}

/** A country's name (ISO 3166-1 alpha-2) in the reader's language; the code itself where it is none. */
export const countryName = (code: string, locale: string): string => nameOf('region', code, locale)
/** A language's name (ISO 639-1) in the reader's language. */
export const languageName = (code: string, locale: string): string => nameOf('language', code, locale)
/** A currency's name (ISO 4217) in the reader's language. */
export const currencyName = (code: string, locale: string): string => nameOf('currency', code, locale)

/** The 249 countries and territories of ISO 3166-1 in the reader's alphabet. */
export const countries = (locale: string): readonly Named[] => namedList('region', countryCodes, locale)
/** The languages that trade asks for, in the reader's alphabet. */
export const languages = (locale: string): readonly Named[] => namedList('language', languageCodes, locale)
/** The currencies this runtime knows, in the reader's alphabet. */
export const currencies = (locale: string): readonly Named[] =>
  namedList('currency', Intl.supportedValuesOf('currency'), locale)

export const isCountry = (code: string): boolean => countryCodes.includes(code)
