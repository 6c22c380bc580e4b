export { freePort } from './ports.mjs'
export { openGuard } from './guard.mjs'
export { startServices } from './services.mjs'
/** @typedef {import('./services.mjs').Services} Services */
/** @typedef {import('./service.mjs').Service} Service */
