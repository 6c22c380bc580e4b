// A door of its own: importing the whole package lazily would pull all of it into every page that names one thing of it.
export { categoryLabel } from '@enlace/taxonomy'
