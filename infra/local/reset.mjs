import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { data } from './folders.mjs'
import { say } from './progress.mjs'
import { recorded } from './service-record.mjs'

/**
 * Removes the databases and files of a local installation, so that the next start begins afresh. Refuses while they are
 * in use, and touches nothing outside the data folder.
 * @param {import('./service.mjs').Recipe[]} recipes
 * @returns {Promise<void>}
 */
export async function reset(recipes) {
  for (const recipe of recipes) {
    if (await recorded(recipe, data.services))
      throw new Error(`${recipe.name} is running on ${data.folder}: stop that first.`)
  }
  for (const folder of [data.folder, data.services, data.files]) {
    if (existsSync(folder) && lstatSync(folder).isSymbolicLink()) {
      throw new Error(`${folder} leads elsewhere; remove what it leads to by hand.`)
    }
  }
  for (const folder of [data.services, data.files]) {
    const names = existsSync(folder) ? readdirSync(folder) : []
    for (const name of names) rmSync(join(folder, name), { recursive: true, force: true })
  }
  say('reset', `removed the databases and files in ${data.folder}`)
}
