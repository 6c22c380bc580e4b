import type { TestProject } from 'vitest/node'
import { startBrowser } from './open-browser.ts'

/** Vitest's global set-up: one browser for all files of a run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startBrowser()
  project.provide('browser', server.wsEndpoint())
  return () => server.close()
}
