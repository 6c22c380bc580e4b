import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import atlasAddress from 'world-atlas/countries-110m.json?url'

export type Atlas = {
  readonly land: ReturnType<typeof feature>
  readonly borders: ReturnType<typeof mesh>
}

let asked: Promise<Atlas> | null = null

async function fetchAtlas(): Promise<Atlas> {
  const answer = await fetch(atlasAddress)
  if (!answer.ok) throw new Error(`the atlas answers ${answer.status}`)
  const topology = (await answer.json()) as Topology<{ countries: GeometryCollection; land: GeometryCollection }>
  const { countries, land } = topology.objects
  return { land: feature(topology, land), borders: mesh(topology, countries, (a, b) => a !== b) }
}

/** The outlines of all countries, fetched once from our own origin. */
export async function loadAtlas(): Promise<Atlas> {
  asked ??= fetchAtlas()
  try {
    return await asked
  } catch (error) {
    asked = null
    throw error
  }
}
