import { defaultServerConditions } from 'vite'
import { defineConfig } from 'vitest/config'

const resolve = { conditions: ['enlace-src', ...defaultServerConditions] }
const ssr = { resolve: { conditions: ['enlace-src', ...defaultServerConditions] } }
const everywhere = ['packages', 'services', 'infra', 'web/src'].map((root) => `${root}/**`)
const named = (suffix: string): string[] => everywhere.map((root) => `${root}/*${suffix}`)
const slow = ['.integration.test.ts', '.browser.test.ts', '.simulation.test.ts', '.soak.test.ts'].flatMap(named)
const exclude = ['**/node_modules/**', '**/dist/**', '**/build/**']

export default defineConfig({
  resolve,
  ssr,
  test: {
    projects: [
      { resolve, ssr, test: { name: 'unit', include: named('.test.ts'), exclude: [...exclude, ...slow] } },
    ],
  },
})
