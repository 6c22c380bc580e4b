import type { Place } from '@enlace/domain'
import { buyers } from '../buyers/buyers.ts'
import type { Random } from '../random.ts'
import type { Sector, Trade } from '../trades/trade.ts'
import { townNamed } from '../world.ts'

/** Customers outside of the demo, invented. */
const others: Readonly<Record<Sector, readonly string[]>> = {
  mining: ['Compañía Minera Ocre', 'Grupo Tres Quebradas', 'Fundición Punta Gris'],
  'agri-food': ['Kaufhaus Linde', 'Bright Harbour Foods', 'Importadora Mesa Larga', 'Hotelera Bahía Calma'],
  textile: ['Nordlys Design', 'Atelier Rue Calme', 'Hotelera Bahía Calma', 'Tiendas Puerto Claro'],
  electronics: ['Halvorsen Instruments', 'Cooperativa Eléctrica Río Manso', 'Redes Altiplano'],
  services: ['Municipalidad de la zona', 'Grupo Tres Quebradas', 'Clínica Los Maitenes', 'Retail Sur Andino'],
}

/** Somebody who bought from the trade: a buyer of the demo at one of its sites, or a firm outside of it. */
export function customerOf(random: Random, trade: Trade): { readonly name: string; readonly place: Place | null } {
  const house = random.pick(buyers.filter((buyer) => buyer.trades.includes(trade.id)))
  return random.chance(0.55)
    ? { name: house.name, place: { ...townNamed(house.country, random.pick(house.sites)) } }
    : { name: random.pick(others[trade.sector]), place: null }
}
