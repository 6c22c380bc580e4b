export { build } from './build.mjs'
export { environmentOf } from './environment.mjs'
export { data, root } from './folders.mjs'
export { openGuard } from './guard.mjs'
export { startHouse } from './house.mjs'
export { openLocal } from './open-local.mjs'
export { freePort } from './ports.mjs'
export { startServices } from './services.mjs'
/** @typedef {import('./guard.mjs').Guard} Guard */
/** @typedef {import('./house.mjs').House} House */
/** @typedef {import('./house.mjs').ProcessName} ProcessName */
/** @typedef {import('./services.mjs').Services} Services */
/** @typedef {import('./service.mjs').Service} Service */
