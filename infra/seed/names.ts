import { slugOf } from '@enlace/domain'
import type { Random } from './random.ts'
import type { DemoLanguage, Sector } from './trades/trade.ts'

/** What a firm says of itself before its name; one list per sector and language, parted by ";". */
const heads: Readonly<Record<Sector, Readonly<Record<DemoLanguage, string>>>> = {
  mining: {
    es: 'Maestranza;Ingeniería;Servicios Mineros;Metalúrgica;Sondajes;Insumos;Tecnologías;Montajes;Polímeros',
    en: 'Minetech;Drillworks;Metals;Mining Services',
    pt: 'Metalúrgica;Serviços Mineiros;Sondagens;Engenharia;Usinagem',
  },
  'agri-food': {
    es: 'Alimentos;Agroindustrias;Cooperativa;Frutos;Huertos;Sabores;Conservas;Molinos;Cafetal',
    en: 'Foods;Farms;Orchards',
    pt: 'Alimentos;Agrícola;Cooperativa;Sabores;Conservas',
  },
  textile: {
    es: 'Textiles;Confecciones;Tejidos;Hilados;Taller;Calzados;Telar;Punto',
    en: 'Textiles;Garments;Knitwear',
    pt: 'Têxteis;Confeções;Malhas;Fiação;Calçado;Tear',
  },
  electronics: {
    es: 'Electrónica;Circuitos;Automatización;Componentes;Inyección;Arneses;Energía',
    en: 'Circuits;Precision;Electronics;Components;Moulding;Devices',
    pt: 'Eletrónica;Circuitos;Componentes;Moldes;Automação',
  },
  services: {
    es: 'Servicios;Transportes;Logística;Consultora;Obras;Sistemas;Ambiente;Soluciones',
    en: 'Services;Logistics;Systems;Engineering',
    pt: 'Serviços;Transportes;Logística;Consultoria;Obras',
  },
}
const roots =
  `Retama Yareta Tamarugo Molle Algarrobo Pehuén Quillay Boldo Litre Coirón Llareta Kantuta Achira Guayacán Cedrela Palosanto Jacarandá Jatobá Aroeira Umbuzeiro Carqueja Azinheira
  Medronho Urze Giesta Alecrim Sobreiro Lentisco Enebro Tomillar Madroño Acebuche Romeral Junquillo Espadaña Sauceda Aliso Mañío Arrayán Notro Chagual Ñirre Zarzamora Cardón Ocotillo
  Mezquite Huizache Sabino Ahuehuete Guadua Yarumo Frailejón Ceibal Samanea Meranti Kempas Nibong Pandan Cengal Puchuncal Quimal Sajasa Tolar Vicuñal Parinal Chinchil Queltehue
  Zorzal Chercán Loica Bandurria Guanay Parihuana Chorlo Vencejo Alcaraván Garza Tordo Cóndora Picaflor Turpial Quetzalí Cenzontle Tangara Bulbul Rocín`.split(
    /\s+/,
  )
const tails: Readonly<Record<DemoLanguage, string>> = {
  es: 'del Norte;del Sur;Alta;de la Costa;del Valle;de Piedra;Azul;del Alba;de la Puna;Clara;Honda;del Estero;Vieja;y Asociados;Hermanos;;;;',
  en: 'Bay;Ridge;Works;North;Peak;Valley;Point;;',
  pt: 'do Norte;do Vale;da Serra;do Litoral;Velha;da Ria;do Campo;Irmãos;;;',
}
const forms: Readonly<Record<string, string>> = {
  CL: 'SpA;Ltda.;S.A.;SpA;E.I.R.L.',
  PE: 'S.A.C.;E.I.R.L.;S.R.L.;S.A.C.',
  CO: 'S.A.S.;S.A.S.;Ltda.',
  MX: 'S.A. de C.V.;S. de R.L. de C.V.;S.A. de C.V.',
  BR: 'Ltda.;S.A.;Ltda.',
  PT: 'Lda.;Unipessoal Lda.;S.A.',
  ES: 'S.L.;S.L.U.;S. Coop.',
  MY: 'Sdn. Bhd.',
  AR: 'S.R.L.;S.A.',
  EC: 'Cía. Ltda.;S.A.',
  BO: 'S.R.L.',
  CR: 'S.R.L.;S.A.',
}

const list = (text: string): readonly string[] => text.split(';')

/** Gives a name that no other firm has. */
export type NameFor = (sector: Sector, country: string, language: DemoLanguage) => string

/** Names for firms, invented, each given once: a head by sector, an uncommon plant or bird, a tail, a legal form. */
export function createNames(random: Random): NameFor {
  const given = new Set<string>()
  return (sector, country, language) => {
    for (let attempt = 0; attempt < 500; attempt += 1) {
      const tail = random.pick(list(tails[language]))
      const words =
        language === 'en'
          ? [random.pick(roots), tail, random.pick(list(heads[sector].en))]
          : [random.pick(list(heads[sector][language])), random.pick(roots), tail]
      const name = words.filter((word) => word !== '').join(' ')
      if (given.has(slugOf(name))) continue
      given.add(slugOf(name))
      return `${name} ${random.pick(list(forms[country] ?? 'S.A.'))}`
    }
    throw new Error('the names have run out')
  }
}

const firstNames =
  `Amaya Bruno Camila Dario Elisa Fermín Gabriela Horacio Inés Joaquín Karina Lautaro Marisol Nicanor Olivia Patricio Quena Ramiro Sabela Tadeo Úrsula Vicente Ximena Yara Zacarías
  Aline Bento Catarina Duarte Graça Heitor Iara Leonor Matilde Nuno Aisyah Danial Farah Hafiz Mei Ling Ravi Siew Aurelio Belén Ciro Dalia Efraín Fabiola Genaro Hilda Ismael Jacinta`.split(
    /\s+/,
  )
const lastNames =
  `Aravena Barrios Colque Dongo Escalona Fariña Gutarra Huanca Iturra Jara Kolvach Llanos Mamani Noguera Opazo Pacheco Quispe Rebolledo Salvatierra Toro Ugarte Valdebenito Wirth Yupanqui
  Zúñiga Abrantes Bastos Cardim Devesa Estrela Frazão Godinho Leitão Morgado Nobre Abdullah Chong Devi Ismail Lim Rahman Tan Arboleda Bedoya Castaño Duque Echavarría Galindo Hurtado Ixtepan`.split(
    /\s+/,
  )

/** A person's name out of the demo world's lists. */
export const personName = (random: Random): string => `${random.pick(firstNames)} ${random.pick(lastNames)}`
