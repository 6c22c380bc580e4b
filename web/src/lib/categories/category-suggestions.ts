export { suggestCategories } from '@enlace/taxonomy'
