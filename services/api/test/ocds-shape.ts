/**
 * The shape of the Open Contracting Data Standard 1.1, written out by hand from its published schemas: the fields of
 * releases, packages and records with their types, closed codelists and required fields. Stricter than the schemas are:
 * a field that they do not name is a fault.
 */
type Check = (value: unknown, path: string) => string[]

const fault = (path: string, what: string): string[] => [`${path}: ${what}`]
const text: Check = (value, path) => (typeof value === 'string' ? [] : fault(path, 'no text'))
const filled: Check = (value, path) => (typeof value === 'string' && value !== '' ? [] : fault(path, 'no filled text'))
const number: Check = (value, path) => (typeof value === 'number' ? [] : fault(path, 'no number'))
const whole: Check = (value, path) => (Number.isInteger(value) ? [] : fault(path, 'no whole number'))
const dateTime: Check = (value, path) =>
  typeof value === 'string' &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(value) &&
  !Number.isNaN(Date.parse(value))
    ? []
    : fault(path, 'no date-time')
const uri: Check = (value, path) => (typeof value === 'string' && URL.canParse(value) ? [] : fault(path, 'no uri'))
const oneOf =
  (...codes: string[]): Check =>
  (value, path) =>
    codes.includes(value as string) ? [] : fault(path, `${JSON.stringify(value)} is not in the codelist`)
const exactly =
  (wanted: string): Check =>
  (value, path) =>
    value === wanted ? [] : fault(path, `not ${wanted}`)
const list =
  (item: Check, least = 0): Check =>
  (value, path) =>
    Array.isArray(value) && value.length >= least
      ? value.flatMap((one, at) => item(one, `${path}/${at}`))
      : fault(path, `no list of at least ${least}`)
/** An object of these fields and no others. */
const object =
  (required: Readonly<Record<string, Check>>, optional: Readonly<Record<string, Check>> = {}): Check =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault(path, 'no object')
    const fields = value as Readonly<Record<string, unknown>>
    return [
      ...Object.keys(required).flatMap((name) => (name in fields ? [] : fault(`${path}/${name}`, 'is required'))),
      ...Object.entries(fields).flatMap(
        ([name, one]) =>
          (required[name] ?? optional[name])?.(one, `${path}/${name}`) ??
          fault(`${path}/${name}`, 'is not in the standard'),
      ),
    ]
  }

const money = object({}, { amount: number, currency: text })
const period = object({}, { startDate: dateTime, endDate: dateTime, maxExtentDate: dateTime, durationInDays: whole })
const identifier = object({}, { scheme: text, id: text, legalName: text, uri })
const address = object({}, { streetAddress: text, locality: text, region: text, postalCode: text, countryName: text })
const contactPoint = object({}, { name: text, email: text, telephone: text, faxNumber: text, url: uri })
const organization = object(
  {},
  {
    name: text,
    id: text,
    identifier,
    additionalIdentifiers: list(identifier),
    address,
    contactPoint,
    roles: list(text),
  },
)
const reference = object({}, { name: text, id: text })
const unit = object({}, { scheme: text, id: text, name: text, value: money, uri })
const item = object({ id: filled }, { description: text, quantity: number, unit })
const amendment = object(
  {},
  { date: dateTime, rationale: text, id: text, description: text, amendsReleaseID: text, releaseID: text },
)
const tender = object(
  { id: filled },
  {
    title: text,
    description: text,
    status: oneOf('planning', 'planned', 'active', 'cancelled', 'unsuccessful', 'complete', 'withdrawn'),
    procuringEntity: reference,
    items: list(item),
    value: money,
    minValue: money,
    procurementMethod: oneOf('open', 'selective', 'limited', 'direct'),
    procurementMethodDetails: text,
    procurementMethodRationale: text,
    mainProcurementCategory: oneOf('goods', 'services', 'works'),
    additionalProcurementCategories: list(text),
    awardCriteria: text,
    awardCriteriaDetails: text,
    submissionMethod: list(text),
    submissionMethodDetails: text,
    tenderPeriod: period,
    enquiryPeriod: period,
    awardPeriod: period,
    contractPeriod: period,
    numberOfTenderers: whole,
    tenderers: list(reference),
    amendments: list(amendment),
  },
)
const award = object(
  { id: filled },
  {
    title: text,
    description: text,
    status: oneOf('pending', 'active', 'cancelled', 'unsuccessful'),
    date: dateTime,
    value: money,
    suppliers: list(reference),
    items: list(item),
    contractPeriod: period,
    amendments: list(amendment),
  },
)
const tags = oneOf(
  ...'planning planningUpdate tender tenderAmendment tenderUpdate tenderCancellation award awardUpdate awardCancellation'.split(
    ' ',
  ),
  ...'contract contractUpdate contractAmendment implementation implementationUpdate contractTermination compiled'.split(
    ' ',
  ),
)
const release = object(
  { ocid: filled, id: filled, date: dateTime, tag: list(tags, 1), initiationType: exactly('tender') },
  { parties: list(organization), buyer: reference, tender, awards: list(award), language: text },
)
const publisher = object({ name: text }, { scheme: text, uid: text, uri })
const head = { uri, version: exactly('1.1'), publishedDate: dateTime, publisher }
const optionalHead = { extensions: list(uri), license: uri, publicationPolicy: uri }
/** Releases lie in a package in the order of time, each with an id of its own. */
const inOrder: Check = (value, path) => {
  const releases = value as readonly { id: string; date: string }[]
  const dates = releases.map(({ date }) => Date.parse(date))
  return [
    ...(dates.some((date, at) => at > 0 && date < (dates[at - 1] ?? 0)) ? fault(path, 'not in the order of time') : []),
    ...(new Set(releases.map(({ id }) => id)).size < releases.length ? fault(path, 'two releases of one id') : []),
  ]
}
const record = object(
  { ocid: filled, releases: (value, path) => [...list(release, 1)(value, path), ...inOrder(value, path)] },
  { compiledRelease: release },
)
const releasePackage = object(
  { ...head, releases: list(release) },
  // Where the next page is: the standard's guidance on pagination.
  { ...optionalHead, links: object({}, { next: uri, prev: uri }) },
)
const recordPackage = object({ ...head, records: list(record, 1) }, { ...optionalHead, packages: list(uri, 1) })

/** What in a package is not as the standard has it. */
export const releasePackageFaults = (body: unknown): string[] => releasePackage(body, '')
export const recordPackageFaults = (body: unknown): string[] => recordPackage(body, '')
