import { geoCircle, geoMercator, type GeoProjection } from 'd3-geo'

export type Point = { readonly latitude: number; readonly longitude: number }
/** A circle around a point, in kilometres. */
export type Area = Point & { readonly km: number }
export type Size = { readonly width: number; readonly height: number }
export type Placed = { readonly x: number; readonly y: number }

const margin = 44
const kmPerDegree = 111.195
/** Nearer than this a town fills the map. */
const nearest = 9000
const turn = Math.PI * (3 - Math.sqrt(5))

export const areaShape = ({ latitude, longitude, km }: Area) =>
  geoCircle()
    .center([longitude, latitude])
    .radius(km / kmPerDegree)()

/** A view on all points and the area, `zoom` times nearer to `around` where something is looked at. */
export function viewOn(
  points: readonly Point[],
  area: Area | null,
  { width, height }: Size,
  zoom: number,
  around: Point | null,
): GeoProjection {
  const inset = Math.min(margin, width / 6, height / 6)
  const all = {
    type: 'MultiPoint' as const,
    coordinates: [
      ...points.map(({ longitude, latitude }) => [longitude, latitude]),
      ...(area === null ? [] : (areaShape(area).coordinates[0] ?? [])),
    ],
  }
  const projection = geoMercator()
  if (all.coordinates.length === 0) return projection.fitSize([width, height], { type: 'Sphere' })
  projection.fitExtent(
    [
      [inset, inset],
      [width - inset, height - inset],
    ],
    all,
  )
  // Points that are all one would be fitted for ever.
  const fits = Number.isFinite(projection.scale())
  const [x = 0, y = 0] = (fits ? projection.invert?.([width / 2, height / 2]) : all.coordinates[0]) ?? []
  const centre: [number, number] = zoom > 1 && around !== null ? [around.longitude, around.latitude] : [x, y]
  const fitted = fits ? Math.min(projection.scale(), nearest) : nearest
  return projection
    .center(centre)
    .translate([width / 2, height / 2])
    .scale(fitted * zoom)
}

/** Marks that would lie on each other, moved around their middle so that each is seen. */
export function apart(places: readonly Placed[], step: number): readonly Placed[] {
  const taken = new Map<string, number>()
  return places.map(({ x, y }) => {
    const key = `${Math.round(x / step)} ${Math.round(y / step)}`
    const before = taken.get(key) ?? 0
    taken.set(key, before + 1)
    const far = step * Math.sqrt(before)
    return { x: x + far * Math.cos(before * turn), y: y + far * Math.sin(before * turn) }
  })
}

/** The radius of a circle whose area is as large as its share of the largest. */
export const radiusFor = (value: number, largest: number, most: number, least: number): number =>
  value <= 0 || largest <= 0 ? 0 : Math.max(least, most * Math.sqrt(value / largest))
