// A door of its own, so that the list of schemes comes when the first is searched for.
export { certificateSchemes } from '@enlace/taxonomy'
