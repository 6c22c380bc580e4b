import type { DemoLanguage } from '../trades/trade.ts'

/** A demand that no firm of the demo world serves, so that an agency has something to find. */
export type UnmetSource = {
  readonly buyer: string
  readonly codes: string
  readonly language: DemoLanguage
  readonly title: string
  readonly text: string
  readonly volume: { readonly value: number; readonly unit: string; readonly per: 'month' | 'year' | null }
  readonly budget: number
  readonly certificates: readonly string[]
}

/** Their categories appear in no passport; a test holds that. */
export const unmetNeeds: readonly UnmetSource[] = [
  {
    buyer: 'Cobre Austral',
    codes: '3414',
    language: 'en',
    title: 'Hydrogen retrofit kits for 290-tonne haul trucks',
    text: 'Six haul trucks are to run on hydrogen with their present frames. We look for a firm that designs, fits and certifies the fuel cell, tanks and controls in our own workshop.',
    volume: { value: 6, unit: 'pcs', per: null },
    budget: 9_000_000,
    certificates: ['ISO 9001'],
  },
  {
    buyer: 'Cobre Austral',
    codes: '346',
    language: 'es',
    title: 'Reacondicionamiento de vagones para transporte de ácido',
    text: 'Buscamos taller ferroviario en la región que reacondicione 45 vagones estanque para ácido sulfúrico: inspección, cambio de revestimiento, válvulas y certificación de cada vagón.',
    volume: { value: 45, unit: 'pcs', per: 'year' },
    budget: 2_400_000,
    certificates: ['ISO 9001', 'ISO 45001'],
  },
  {
    buyer: 'Litio Salar Alto',
    codes: '3471',
    language: 'es',
    title: 'Dirigible no tripulado para vigilancia del salar',
    text: 'Se requiere una aeronave no tripulada de larga permanencia que sobrevuele el salar durante cuatro días seguidos con cámaras hiperespectrales, operada desde San Pedro de Atacama.',
    volume: { value: 1, unit: 'pcs', per: null },
    budget: 1_300_000,
    certificates: [],
  },
  {
    buyer: 'Agroexportadora Valle Retama',
    codes: '0345',
    language: 'es',
    title: 'Plantas de pistacho injertadas, libres de virus',
    text: 'Queremos 60.000 plantas de pistacho injertadas y libres de virus para diversificar dos fundos. Ningún vivero de la región las ofrece hoy; aceptamos un programa de tres años con anticipo.',
    volume: { value: 60_000, unit: 'pcs', per: 'year' },
    budget: 780_000,
    certificates: ['GLOBALG.A.P.'],
  },
  {
    buyer: 'Chocolates Niebla Alta',
    codes: '4293',
    language: 'es',
    title: 'Centrífuga de pequeña escala para manteca de cacao',
    text: 'Necesitamos un fabricante regional de centrífugas de discos para 80 litros por hora, aptas para alimento y con servicio técnico en el país. Hasta ahora solo encontramos equipos importados diez veces mayores.',
    volume: { value: 4, unit: 'pcs', per: null },
    budget: 210_000,
    certificates: ['CE marking'],
  },
  {
    buyer: 'Moda Litoral',
    codes: '1973',
    language: 'pt',
    title: 'Fibra celulósica feita de bagaço de uva',
    text: 'Procuramos quem produza fibra celulósica descontínua a partir de bagaço de uva da região, em volumes piloto, para misturar com algodão. Aceitamos consórcios com universidades.',
    volume: { value: 8, unit: 't', per: 'year' },
    budget: 160_000,
    certificates: ['GOTS'],
  },
  {
    buyer: 'Straits Bright Devices',
    codes: '3163',
    language: 'en',
    title: 'Bonded magnets without rare earths',
    text: 'We need moulded ring magnets without rare earths for a small pump motor, 20 mm in diameter, from a maker in the region. Samples within ten weeks, then steady volumes.',
    volume: { value: 400_000, unit: 'pcs', per: 'year' },
    budget: 520_000,
    certificates: ['ISO 9001', 'RoHS'],
  },
  {
    buyer: 'Puertos del Estuario',
    codes: '345',
    language: 'es',
    title: 'Remolcador eléctrico de puerto',
    text: 'Buscamos astillero de la región que construya o convierta un remolcador de 30 toneladas de tiro a propulsión eléctrica, con carga en muelle y formación de la tripulación.',
    volume: { value: 1, unit: 'pcs', per: null },
    budget: 6_500_000,
    certificates: ['ISO 9001'],
  },
]
