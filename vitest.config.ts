import { availableParallelism } from 'node:os'
import { defaultServerConditions } from 'vite'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'

const conditions = ['enlace-src', ...defaultServerConditions]
const roots = ['packages', 'services', 'infra', 'web/src']
const files = (suffix: string): string[] => roots.map((root) => `${root}/**/*${suffix}`)
const generated = ['**/node_modules/**', '**/dist/**', '**/build/**']
const kinds = ['integration', 'property', 'browser', 'simulation', 'soak']
const messages = ['web/compile-messages.js']
const services = ['packages/testing/src/shared-services.setup.ts']
const house = ['packages/testing/src/shared-house.setup.ts']

// Browsers take all of two cores; what only waits for services leaves a quarter of them idle, so there one more file runs.
const atOnce = Math.max(2, availableParallelism() - 1)
const inBrowsers = { maxWorkers: atOnce, sequence: { groupOrder: 0 } }
const withoutBrowsers = { maxWorkers: atOnce + 1, sequence: { groupOrder: 1 } }

interface Kind {
  include: string[]
  exclude?: string[]
  testTimeout?: number
  retry?: number
  globalSetup?: string[]
}

/** One kind of test: the suffix of its files decides what it may use and how long it may take. */
const project = (name: string, kind: Kind): TestProjectInlineConfiguration => ({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name,
    // Modules hold no state of a test, so a process reads them once: half the time of a run was reading them.
    isolate: false,
    ...(name === 'browser' ? inBrowsers : withoutBrowsers),
    ...kind,
    exclude: [...generated, ...(kind.exclude ?? [])],
    hookTimeout: Math.max(10_000, kind.testTimeout ?? 0),
    globalSetup: kind.globalSetup ?? [],
  },
})

export default defineConfig({
  test: {
    projects: [
      project('unit', {
        include: files('.test.ts'),
        exclude: kinds.flatMap((kind) => files(`.${kind}.test.ts`)),
        testTimeout: 30_000,
        globalSetup: messages,
      }),
      project('property', { include: files('.property.test.ts'), testTimeout: 30_000 }),
      project('integration', { include: files('.integration.test.ts'), testTimeout: 30_000, globalSetup: services }),
      project('browser', {
        include: files('.browser.test.ts'),
        testTimeout: 90_000,
        globalSetup: [...messages, ...services, ...house],
      }),
      project('simulation', { include: files('.simulation.test.ts'), testTimeout: 120_000, globalSetup: services }),
      project('soak', { include: files('.soak.test.ts'), testTimeout: 1_800_000, globalSetup: services }),
    ],
  },
})
