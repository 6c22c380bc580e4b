import { moneyCell, placeCell, quantityCell } from '../cells/amount-cells.ts'
import { dateCell, numberCell, textCell } from '../cells/cell.ts'
import { type Column, column } from '../cells/column.ts'
import { categoriesCell, codesCell, entriesCell, languagesCell } from '../cells/list-cells.ts'

const row = { value: null, unit: null, tolerance: null, mandatory: false }

/** The columns of a table of needs. Only the buyer, the title and a text must be there. */
export const needColumns: readonly Column[] = [
  column('external id', 'externalId', textCell, 'id|reference|codigo'),
  column('buyer', 'buyer.name', textCell, 'comprador|organisation|organization'),
  column('buyer country', 'buyer.country', textCell, 'pais del comprador'),
  column('title', 'title', textCell, 'titulo'),
  column('text', 'text', textCell, 'description|descripcion|texto'),
  column('kind', 'kind', textCell, 'tipo'),
  column('language', 'language', textCell, 'idioma'),
  column('categories', 'categories', categoriesCell, 'cpv|codes|categorias'),
  column('specification', 'specification', entriesCell('text', row), 'specs|especificacion'),
  column('volume', 'volume', quantityCell, 'quantity|volumen|cantidad'),
  column('answer by', 'answerBy', dateCell, 'closes|deadline|cierre|plazo'),
  column('deliver from', 'deliverFrom', dateCell, 'start|inicio|entrega desde'),
  column('deliver until', 'deliverUntil', dateCell, 'end|fin|entrega hasta'),
  column('place', 'place', placeCell, 'location|lugar'),
  column('delivery radius km', 'deliveryRadiusKm', numberCell, 'radius|radio km'),
  column('supplier countries', 'supplierCountries', codesCell, 'paises de proveedores'),
  column('certificates', 'requiredCertificates', entriesCell('scheme', { mandatory: true }), 'certificados'),
  column('languages', 'languages', languagesCell, 'idiomas'),
  column('budget min', 'budget.min', moneyCell, 'presupuesto minimo'),
  column('budget max', 'budget.max', moneyCell, 'budget|presupuesto|presupuesto maximo'),
  column('governance', 'governance', textCell, 'gobernanza'),
  column('confidentiality', 'confidentiality', textCell, 'confidencialidad'),
  column('local content %', 'localContentPercent', numberCell, 'contenido local'),
]
