import { fileURLToPath } from 'node:url'

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/**
 * How the sentences in messages/ become functions: used by the build, the type check and the tests alike.
 * @type {import('@inlang/paraglide-js').CompilerOptions}
 */
export const messageCompilation = {
  project: here('./project.inlang'),
  outdir: here('./src/lib/paraglide'),
  strategy: ['cookie', 'localStorage', 'preferredLanguage', 'baseLocale'],
  cookieName: 'enlace_locale',
  localStorageKey: 'enlace_locale',
  emitReadme: false,
}
