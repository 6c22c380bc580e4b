import { moneyCell } from '../cells/amount-cells.ts'
import { jsonCell, numberCell, textCell } from '../cells/cell.ts'
import { type Column, column } from '../cells/column.ts'
import { categoriesCell, codesCell, entriesCell, languagesCell } from '../cells/list-cells.ts'

const capability = { categories: [], capacity: null, leadTimeDays: null, minimumOrder: null }
const reference = { categories: [], customer: null, year: null, value: null, place: null }
const certificate = { scope: null, issuer: null, number: null, issuedOn: null, expiresOn: null, fileId: null }

/** The columns of a table of suppliers. Only the name, the country and something it does must be there. */
export const supplierColumns: readonly Column[] = [
  column('external id', 'externalId', textCell, 'id|reference|codigo|código'),
  column('name', 'name', textCell, 'company|supplier|nombre|empresa|razon social|proveedor'),
  column('tax id', 'taxId', textCell, 'vat|vat number|tax number|rut|ruc|nif|cuit|rfc|nit'),
  column('country', 'facts.country', textCell, 'pais'),
  column('region', 'facts.region', textCell, 'province|state|region|provincia'),
  column('headline', 'headline', textCell, 'titular|resumen'),
  column('about', 'about', textCell, 'description|descripcion'),
  column('language', 'language', textCell, 'idioma'),
  column('website', 'website', textCell, 'web|url|sitio web'),
  column('contact email', 'contactEmail', textCell, 'email|e-mail|correo'),
  column(
    'capabilities',
    'capabilities',
    entriesCell('text', capability),
    'products|services|capacidades|productos|servicios',
  ),
  // Whoever lists codes beside texts means that the firm does both.
  column('categories', 'categories', categoriesCell, 'cpv|codes|categorias'),
  column('references', 'references', entriesCell('text', reference), 'referencias'),
  column(
    'certificates',
    'certificates',
    entriesCell('scheme', certificate),
    'certifications|certificados|certificaciones',
  ),
  column('sites', 'facts.sites', jsonCell, 'sedes'),
  column('staff', 'facts.staff', numberCell, 'employees|headcount|empleados|trabajadores'),
  column('turnover', 'facts.turnover', moneyCell, 'revenue|facturacion|ventas'),
  column('balance', 'facts.balance', moneyCell, 'balance total|balance'),
  column('founded', 'facts.foundedYear', numberCell, 'founded year|fundacion'),
  column('languages', 'facts.languages', languagesCell, 'idiomas'),
  column('local ownership %', 'facts.localOwnershipPercent', numberCell, 'propiedad local'),
  column('women ownership %', 'facts.womenOwnershipPercent', numberCell, 'propiedad de mujeres'),
  column('export countries', 'facts.exportCountries', codesCell, 'paises de exportacion'),
  column('export %', 'facts.exportPercent', numberCell, 'exportacion'),
  column('research %', 'facts.researchPercent', numberCell, 'r&d|investigacion'),
  column('patents', 'facts.patents', numberCell, 'patentes'),
  column('visibility', 'visibility', jsonCell, 'visibilidad'),
]
