import { expect, it } from 'vitest'
import { findRegion, middleOf } from './region.ts'

it('a region is found by its name in any spelling, and lies between its towns', () => {
  expect(findRegion('PT', 'coimbra ')).toEqual({ country: 'PT', region: 'Coimbra', latitude: 40.21, longitude: -8.43 })
  // Quito alone stands for Pichincha; Guayaquil for Guayas.
  expect(findRegion(null, 'PICHINCHA')).toMatchObject({ country: 'EC', latitude: -0.18 })
  expect(findRegion('ES', 'andalucia')?.region).toBe('Andalucía')
  // (43.54 + 43.56) / 2 and (-5.66 - 5.92) / 2
  expect(findRegion('ES', 'Asturias')).toMatchObject({ latitude: 43.55, longitude: -5.79 })
})

it('a name that two countries have, or none, names no region', () => {
  expect([findRegion(null, 'La Paz'), findRegion(null, 'Córdoba'), findRegion('CL', 'ana@firma.cl')]).toMatchObject([
    { country: 'BO' },
    { country: 'AR' },
    null,
  ])
  expect([middleOf('UY'), middleOf('XX')]).toEqual([{ latitude: -34.9, longitude: -56.19 }, null])
})
