import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { sveltekit } from '@sveltejs/kit/vite'
import tailwindcss from '@tailwindcss/vite'
import { defaultClientConditions, defaultServerConditions, defineConfig, type Plugin } from 'vite'
import { fileURLToPath } from 'node:url'
import { setup as compileMessages } from './compile-messages.js'
import { messageCompilation } from './messages.config.js'

/** Names of seven letters after the content alone: a page carries the names of all files, of which nothing can be packed. */
const shortNames: Plugin = {
  name: 'short-names',
  outputOptions: (options) => {
    const shorter = <Names>(names: Names) =>
      typeof names === 'string'
        ? names.replace('[name].[hash][extname]', '[hash][extname]').replace('[hash]', '[hash:7]')
        : names
    return {
      ...options,
      ...(options.chunkFileNames === undefined ? {} : { chunkFileNames: shorter(options.chunkFileNames) }),
      ...(options.entryFileNames === undefined ? {} : { entryFileNames: shorter(options.entryFileNames) }),
      ...(options.assetFileNames === undefined ? {} : { assetFileNames: shorter(options.assetFileNames) }),
    }
  },
}

/** The sentences as functions, a file each, so that a page carries only its own. */
const messages: Plugin = { name: 'messages', buildStart: compileMessages }

/** No server renders a page, so what SvelteKit builds for one is left without pages and words: a third of the work of a build. */
const noServerPages: Plugin = {
  name: 'no-server-pages',
  apply: 'build',
  enforce: 'pre',
  load: {
    filter: { id: /\.svelte$|\/paraglide\/messages\.js$/ },
    handler: (path, { ssr = false } = {}) => {
      if (!ssr) return null
      return path.endsWith('.svelte') ? '' : 'export const m = {}'
    },
  },
}

export default defineConfig(({ command }) => ({
  plugins: [
    // A developer's server has them by language, and anew when one changes.
    command === 'serve' ? paraglideVitePlugin(messageCompilation) : messages,
    noServerPages,
    tailwindcss(),
    sveltekit(),
    shortNames,
  ],
  // Workspace packages are bundled from their sources, so no compilation has to come first.
  resolve: {
    conditions: ['enlace-src', ...defaultClientConditions],
    alias: [{ find: /^zod\/mini$/, replacement: fileURLToPath(new URL('./no-schemas.js', import.meta.url)) }],
  },
  ssr: { resolve: { conditions: ['enlace-src', ...defaultServerConditions] } },
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    reportCompressedSize: false,
    rolldownOptions: {
      // Declaring an endpoint or a schema has no effect of its own: a page carries only those that it uses.
      treeshake: { manualPureFunctions: ['endpoint', 'z', 'wire'] },
      // What more than half of the pages need comes in one file: a page asks for half as many, and together they pack smaller.
      output: { codeSplitting: { groups: [{ name: 'core', minShareCount: 50 }] } },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080', '/ws': { target: 'ws://127.0.0.1:8080', ws: true } } },
}))
