import type { DemoLanguage } from '../trades/trade.ts'

/** An open problem: who asks, the digits of its categories, what a pilot is worth in US dollars, and its words. */
export type ChallengeSource = {
  readonly buyer: string
  readonly codes: string
  readonly pilot: number
  readonly language: DemoLanguage
  readonly title: string
  readonly text: string
}

/** Twenty open problems of the demo world; the first two are the demo buyer's. */
export const challenges: readonly ChallengeSource[] = [
  {
    buyer: 'Cobre Austral',
    codes: '24957 5023',
    pilot: 40_000,
    language: 'en',
    title: 'Cut the water used against road dust by 30 %',
    text: 'Six water trucks wet 38 km of haul roads day and night. We want to keep PM10 where it is today with a third less water: binders, surface design, sensing, dosing, anything that can be proved on a 2 km pilot section in four months. You keep your intellectual property.',
  },
  {
    buyer: 'Cobre Austral',
    codes: '2495 9073',
    pilot: 60_000,
    language: 'es',
    title: 'Menos neblina ácida en la nave de electroobtención',
    text: 'La neblina ácida sobre las celdas obliga a usar protección respiratoria todo el turno. Buscamos soluciones que bajen la concentración a la mitad sin detener la nave: esferas, espumas, captación, control de burbuja. Piloto pagado en ocho celdas.',
  },
  {
    buyer: 'Cobre Austral',
    codes: '9051 1951',
    pilot: 80_000,
    language: 'es',
    title: 'Un uso local para 3.000 neumáticos gigantes al año',
    text: 'Cada neumático de camión de extracción pesa más de tres toneladas y hoy se acopia. Buscamos cómo convertirlos en productos que la región compre, con una planta modular o una red de talleres. Ofrecemos el material y un contrato de recompra.',
  },
  {
    buyer: 'Minera Puna Clara',
    codes: '4251 6532',
    pilot: 50_000,
    language: 'es',
    title: 'Calefacción de campamento a 4.300 metros sin diésel',
    text: 'El campamento consume 900 litros diarios de diésel en calefacción. Queremos una solución con sol, almacenamiento térmico o bombas de calor que soporte menos 18 grados y que el equipo local pueda mantener.',
  },
  {
    buyer: 'Minera Puna Clara',
    codes: '4341 388',
    pilot: 70_000,
    language: 'en',
    title: 'See the grade of ore on the belt in real time',
    text: 'We learn the copper grade of the feed four hours late, from the laboratory. We look for sensing on the primary belt that tells high from low grade minute by minute, robust against dust and moisture, with a model that our metallurgists can question.',
  },
  {
    buyer: 'Litio Salar Alto',
    codes: '4291 4112',
    pilot: 90_000,
    language: 'en',
    title: 'Less water lost from brine ponds',
    text: 'Evaporation ponds return nothing of the water they lose. We seek ways to recover part of it or to shorten the ponds’ cycle, tested on real brine at 2,300 metres, without adding chemicals that stay in the salt flat.',
  },
  {
    buyer: 'Litio Salar Alto',
    codes: '3144 9051',
    pilot: 45_000,
    language: 'es',
    title: 'Segunda vida para baterías de vehículos livianos',
    text: 'En tres años retiraremos 400 baterías de camionetas eléctricas. Buscamos diagnóstico, reacondicionamiento y un uso estacionario en nuestras propias estaciones de bombeo.',
  },
  {
    buyer: 'Ferro Jatobá Mineração',
    codes: '9073 3829',
    pilot: 75_000,
    language: 'pt',
    title: 'Ouvir a barragem antes que ela fale',
    text: 'Queremos detetar percolação e deformação da barragem com dias de antecedência, combinando fibra ótica, satélite e sensores de baixo custo, com alertas que a comunidade vizinha entenda.',
  },
  {
    buyer: 'Ferro Jatobá Mineração',
    codes: '4524 4411',
    pilot: 65_000,
    language: 'pt',
    title: 'Transformar rejeito arenoso em material de construção',
    text: 'Temos dois milhões de toneladas de rejeito com 80 % de sílica. Procuramos blocos, pavimentos ou cimento de baixo carbono feitos com ele, e parceiros que os vendam num raio de 200 km.',
  },
  {
    buyer: 'Agroexportadora Valle Retama',
    codes: '3857 1661',
    pilot: 30_000,
    language: 'es',
    title: 'Contar la fruta en el árbol antes de la cosecha',
    text: 'Estimamos la cosecha de palta con un error de 25 %. Buscamos imágenes y modelos que lo bajen a 10 % tres meses antes, útiles también para productores de dos hectáreas sin señal de celular.',
  },
  {
    buyer: 'Agroexportadora Valle Retama',
    codes: '4442 1952',
    pilot: 35_000,
    language: 'es',
    title: 'Adiós a la bolsa de un solo uso en arándanos',
    text: 'Necesitamos un envase compostable en casa que conserve el arándano fresco 40 días a cero grados y cueste a lo más 10 % más que el actual. Pagamos ensayos de viaje a Europa.',
  },
  {
    buyer: 'Chocolates Niebla Alta',
    codes: '0313 7162',
    pilot: 25_000,
    language: 'es',
    title: 'Menos cadmio en el cacao, desde el suelo',
    text: 'El límite europeo deja fuera a 600 familias. Buscamos enmiendas, variedades, fermentación o mezclas que bajen el cadmio del grano a menos de 0,5 ppm, con ensayos en tres zonas.',
  },
  {
    buyer: 'Mercados La Tranquera',
    codes: '9051 7992',
    pilot: 28_000,
    language: 'es',
    title: 'Que la merma de frutas y verduras valga algo',
    text: 'Ochenta tiendas retiran cada noche 14 toneladas de producto comestible o casi. Buscamos logística y productos, desde purés hasta ingredientes, que paguen por ese material y lo dejen trazado.',
  },
  {
    buyer: 'Mercados La Tranquera',
    codes: '4251 388',
    pilot: 30_000,
    language: 'en',
    title: 'Find refrigerant leaks before the alarm',
    text: 'Leaks in cold cases cost us energy and food. We want cheap sensing and a model that points to the leaking circuit days earlier, on mixed equipment of three generations.',
  },
  {
    buyer: 'Moda Litoral',
    codes: '1962 1943',
    pilot: 32_000,
    language: 'pt',
    title: 'Dos retalhos ao fio em menos de 200 km',
    text: 'Os nossos confecionadores produzem 40 toneladas por ano de retalhos de algodão. Procuramos quem os separe, desfibre e fie de novo com qualidade para malha, tudo na região.',
  },
  {
    buyer: 'Moda Litoral',
    codes: '2422 1925',
    pilot: 20_000,
    language: 'en',
    title: 'A lasting black without harmful dyes',
    text: 'We seek a black for cotton jersey that keeps its depth after forty washes, without sulphur dyes or heavy metals, at industrial volumes. Plants, algae and bacteria are welcome, proof in a dye house is a must.',
  },
  {
    buyer: 'Casa Romeral Textil',
    codes: '4881 7223',
    pilot: 26_000,
    language: 'es',
    title: 'Un pasaporte digital que un taller pequeño pueda llenar',
    text: 'Cada prenda deberá contar su historia. Buscamos una forma tan simple que un taller de ocho personas la complete desde el teléfono, con evidencia que un auditor acepte.',
  },
  {
    buyer: 'Voltaria Electrónica',
    codes: '3171 388',
    pilot: 55_000,
    language: 'en',
    title: 'Inspect solder joints with one tenth of the false calls',
    text: 'Our optical inspection rejects 6 % of good boards and people check them by hand. We want better models or lighting that learn from twelve months of labelled images and run on the line.',
  },
  {
    buyer: 'Straits Bright Devices',
    codes: '1952 9051',
    pilot: 48_000,
    language: 'en',
    title: 'Recycled housings that pass the drop test',
    text: 'We want device housings with at least 70 % post-consumer plastic that pass our one metre drop test and keep their white. Compounders and moulders may answer together.',
  },
  {
    buyer: 'Puertos del Estuario',
    codes: '6372 9073',
    pilot: 52_000,
    language: 'es',
    title: 'Ver el derrame cuando mide un metro',
    text: 'Los derrames en la dársena se descubren cuando ya miden cien metros. Buscamos detección continua, de noche y con lluvia, y una primera contención automática desde el muelle.',
  },
]
