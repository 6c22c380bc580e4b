import { fileURLToPath } from 'node:url'

/** @param {string} path */
const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/**
 * How the sentences in messages/ become functions: used by the build, the type check and the tests alike.
 * @satisfies {import('@inlang/paraglide-js').CompilerOptions}
 */
export const messageCompilation = {
  project: here('./project.inlang'),
  outdir: here('./src/lib/paraglide'),
  strategy: /** @type {const} */ (['cookie', 'localStorage', 'preferredLanguage', 'baseLocale']),
  cookieName: 'enlace_locale',
  localStorageKey: 'enlace_locale',
  emitReadme: false,
  // What a browser gets is without what only a server would do.
  isServer: "import.meta.env?.SSR ?? typeof window === 'undefined'",
}
