import { agriFoodTrades } from './agri-food.ts'
import { electronicsTrades } from './electronics.ts'
import { miningTrades } from './mining.ts'
import { serviceTrades } from './services.ts'
import { textileTrades } from './textile.ts'
import type { Trade } from './trade.ts'

/** Every line of business of the demo world. */
export const trades: readonly Trade[] = [
  ...miningTrades,
  ...agriFoodTrades,
  ...textileTrades,
  ...electronicsTrades,
  ...serviceTrades,
]
