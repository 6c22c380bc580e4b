import type { ColumnWords } from './column-words.ts'

/** The columns of a list of suppliers, explained. */
export const supplierWords: Readonly<Record<string, ColumnWords>> = {
  'external id': {
    en: 'The number you know the firm by. The same number is the same firm next time.',
    es: 'El número con que usted conoce a la empresa. El mismo número es la misma empresa la próxima vez.',
    example: 'S-001',
  },
  name: {
    en: 'Required. The name of the firm.',
    es: 'Obligatorio. El nombre de la empresa.',
    example: 'Molino del Valle',
  },
  'tax id': {
    en: 'The number its country’s tax office knows it by.',
    es: 'El número con que la conoce la oficina de impuestos de su país.',
    example: '76.543.210-3',
  },
  country: {
    en: 'Two letters, such as CL. Left empty, it is that of your agency.',
    es: 'Dos letras, como CL. Si queda vacío, es el de su agencia.',
    example: 'CL',
  },
  region: { en: 'Where its main site is.', es: 'Dónde está su sede principal.', example: 'Antofagasta' },
  headline: {
    en: 'What the firm is in one line, up to 200 characters.',
    es: 'Qué es la empresa en una línea, hasta 200 caracteres.',
    example: 'Flour mill for bakeries and canteens',
  },
  about: {
    en: 'A few sentences on the firm.',
    es: 'Unas frases sobre la empresa.',
    example: 'Family mill since 1998, with its own trucks.',
  },
  language: {
    en: 'The language of the texts in this row: two letters, such as es.',
    es: 'El idioma de los textos de esta fila: dos letras, como es.',
    example: 'en',
  },
  website: { en: 'Its address, with https://.', es: 'Su dirección, con https://.', example: 'https://molino.example' },
  'contact email': {
    en: 'Where it can be written to.',
    es: 'A dónde se le puede escribir.',
    example: 'ventas@molino.example',
  },
  capabilities: {
    en: 'What it makes or does, parted by | . A row needs a capability, a category or a reference.',
    es: 'Qué fabrica o hace, separado por | . Una fila necesita una capacidad, una categoría o una referencia.',
    example: 'Wheat flour | Milling to order',
  },
  categories: {
    en: 'Codes of what it does, parted by ; . A code of eight digits is CPV.',
    es: 'Códigos de lo que hace, separados por ; . Un código de ocho dígitos es CPV.',
    example: 'CPV 15612100; NACE 10.61',
  },
  references: {
    en: 'Work it has done, parted by | .',
    es: 'Trabajos que ha hecho, separados por | .',
    example: 'Flour for forty school kitchens',
  },
  certificates: {
    en: 'Certificates it holds, parted by | .',
    es: 'Certificados que tiene, separados por | .',
    example: 'ISO 22000',
  },
  sites: {
    en: 'Further sites, as an export writes them (JSON). Most leave it empty.',
    es: 'Otras sedes, como las escribe una exportación (JSON). Casi siempre queda vacío.',
    example: null,
  },
  staff: { en: 'How many people work there.', es: 'Cuántas personas trabajan allí.', example: 24 },
  turnover: {
    en: 'Yearly turnover with its currency and, if you like, the year.',
    es: 'Facturación anual con su moneda y, si lo desea, el año.',
    example: '850000000 CLP 2025',
  },
  balance: {
    en: 'Balance total with its currency and, if you like, the year.',
    es: 'Balance total con su moneda y, si lo desea, el año.',
    example: '420000000 CLP 2025',
  },
  founded: { en: 'The year it was founded.', es: 'El año en que se fundó.', example: 1998 },
  languages: {
    en: 'Languages it works in, with a level: basic, working or fluent.',
    es: 'Idiomas en que trabaja, con su nivel: basic, working o fluent.',
    example: 'es fluent; en basic',
  },
  'local ownership %': {
    en: 'Percent owned by people of the place, 0 to 100.',
    es: 'Porcentaje en manos de personas del lugar, de 0 a 100.',
    example: 100,
  },
  'women ownership %': {
    en: 'Percent owned by women, 0 to 100.',
    es: 'Porcentaje en manos de mujeres, de 0 a 100.',
    example: 50,
  },
  'export countries': {
    en: 'Countries it exports to, two letters each, parted by blanks.',
    es: 'Países a los que exporta, dos letras cada uno, separados por espacios.',
    example: 'PE BO',
  },
  'export %': {
    en: 'Percent of turnover from exports, 0 to 100.',
    es: 'Porcentaje de la facturación que exporta, de 0 a 100.',
    example: 15,
  },
  'research %': {
    en: 'Percent of turnover spent on research, 0 to 100.',
    es: 'Porcentaje de la facturación que dedica a investigación, de 0 a 100.',
    example: 2,
  },
  patents: { en: 'How many patents it holds.', es: 'Cuántas patentes tiene.', example: 1 },
  visibility: {
    en: 'Who sees what, as an export writes it (JSON). Most leave it empty.',
    es: 'Quién ve qué, como lo escribe una exportación (JSON). Casi siempre queda vacío.',
    example: null,
  },
}
