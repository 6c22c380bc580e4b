import type { ColumnWords } from './column-words.ts'

/** The columns of a list of needs, explained. */
export const needWords: Readonly<Record<string, ColumnWords>> = {
  'external id': {
    en: 'The number you know the need by. The same number is the same need next time.',
    es: 'El número con que usted conoce la necesidad. El mismo número es la misma necesidad la próxima vez.',
    example: 'N-001',
  },
  buyer: {
    en: 'Required. The name of who asks; added where you did not bring it before.',
    es: 'Obligatorio. El nombre de quien pide; se agrega si usted no lo trajo antes.',
    example: 'Minera del Norte',
  },
  'buyer country': {
    en: 'Two letters, such as CL. Left empty, it is that of your agency.',
    es: 'Dos letras, como CL. Si queda vacío, es el de su agencia.',
    example: 'CL',
  },
  title: {
    en: 'Required. What is needed, in one line.',
    es: 'Obligatorio. Qué se necesita, en una línea.',
    example: 'Flour for a canteen',
  },
  text: {
    en: 'Required. What is needed, in a sentence or two.',
    es: 'Obligatorio. Qué se necesita, en una o dos frases.',
    example: 'Wheat flour for a canteen of 900 people, delivered to the site every two weeks.',
  },
  kind: {
    en: 'need, or challenge for an open problem without a set solution. Left empty, it is need.',
    es: 'need, o challenge para un problema abierto sin solución fijada. Si queda vacío, es need.',
    example: 'need',
  },
  language: {
    en: 'The language of the texts in this row: two letters, such as es.',
    es: 'El idioma de los textos de esta fila: dos letras, como es.',
    example: 'en',
  },
  categories: {
    en: 'Codes of what is needed, parted by ; . A code of eight digits is CPV.',
    es: 'Códigos de lo que se necesita, separados por ; . Un código de ocho dígitos es CPV.',
    example: 'CPV 15612100',
  },
  specification: {
    en: 'What it must be like, parted by | .',
    es: 'Cómo debe ser, separado por | .',
    example: 'Protein 12 % or more | Sacks of 25 kg',
  },
  volume: {
    en: 'How much, with its unit and, if you like, per day, week, month, year or once.',
    es: 'Cuánto, con su unidad y, si lo desea, por day, week, month, year u once.',
    example: '4 t/month',
  },
  'answer by': { en: 'The last day for answers.', es: 'El último día para responder.', example: { daysAhead: 60 } },
  'deliver from': { en: 'The first day of delivery.', es: 'El primer día de entrega.', example: { daysAhead: 90 } },
  'deliver until': { en: 'The last day of delivery.', es: 'El último día de entrega.', example: { daysAhead: 450 } },
  place: {
    en: 'Where it is delivered, from near to far, the country last in two letters.',
    es: 'Dónde se entrega, de lo cercano a lo lejano, con el país al final en dos letras.',
    example: 'Calama, Antofagasta, CL',
  },
  'delivery radius km': {
    en: 'How far from there a supplier may be, in km.',
    es: 'A qué distancia de allí puede estar un proveedor, en km.',
    example: 400,
  },
  'supplier countries': {
    en: 'Countries that suppliers may be from, two letters each, parted by blanks.',
    es: 'Países de los que pueden ser los proveedores, dos letras cada uno, separados por espacios.',
    example: 'CL PE',
  },
  certificates: {
    en: 'Certificates a supplier must hold, parted by | .',
    es: 'Certificados que debe tener un proveedor, separados por | .',
    example: 'ISO 22000',
  },
  languages: {
    en: 'Languages a supplier must work in, with a level: basic, working or fluent.',
    es: 'Idiomas en que debe trabajar un proveedor, con su nivel: basic, working o fluent.',
    example: 'es working',
  },
  'budget min': { en: 'The least, with its currency.', es: 'Lo mínimo, con su moneda.', example: '20000000 CLP' },
  'budget max': { en: 'The most, with its currency.', es: 'Lo máximo, con su moneda.', example: '35000000 CLP' },
  governance: {
    en: 'What decides: producer-driven for an exact specification (also where it is left empty), buyer-driven for standards and difference, open-challenge for the best idea.',
    es: 'Qué decide: producer-driven para una especificación exacta (también si queda vacío), buyer-driven para normas y diferenciación, open-challenge para la mejor idea.',
    example: 'producer-driven',
  },
  confidentiality: {
    en: 'Who sees it: open for all (also where it is left empty), alias for all but without its buyer, invited for those you invite.',
    es: 'Quién la ve: open todos (también si queda vacío), alias todos pero sin su comprador, invited solo los invitados.',
    example: 'open',
  },
  'local content %': {
    en: 'Share of local suppliers that the buyer aims at, 0 to 100.',
    es: 'Proporción de proveedores locales que busca el comprador, de 0 a 100.',
    example: 30,
  },
}
