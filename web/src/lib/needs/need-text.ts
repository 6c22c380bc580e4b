export { parseNeedText } from '@enlace/taxonomy'
