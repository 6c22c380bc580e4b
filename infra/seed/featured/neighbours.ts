import type { Quantity } from '@enlace/domain'

import type { DemoLanguage } from '../trades/trade.ts'

/** A firm near the demo buyer, named by chance, whose trade, size and papers are set so that its rankings teach something. */
export type Neighbour = {
  readonly trade: string
  readonly country: string
  readonly town: string
  readonly staff: number
  readonly language: DemoLanguage
  readonly capacity: Quantity
  /** Schemes with the days from today to their end. */
  readonly papers: Readonly<Record<string, number>>
}

const monthly = (value: number, unit: string): Quantity => ({ value, unit, per: 'month' })

/** Two to four firms for each need that the demo buyer opens with: a strong one, one that lacks a paper, one too small. */
export const neighbours: readonly Neighbour[] = [
  {
    trade: 'dust-suppression',
    country: 'CL',
    town: 'Antofagasta',
    staff: 62,
    language: 'es',
    capacity: monthly(28, 'km'),
    papers: { 'ISO 9001': 500, 'ISO 45001': 320 },
  },
  {
    trade: 'dust-suppression',
    country: 'CL',
    town: 'Iquique',
    staff: 18,
    language: 'es',
    capacity: monthly(9, 'km'),
    papers: { 'ISO 45001': 90 },
  },
  {
    trade: 'dust-suppression',
    country: 'CL',
    town: 'Copiapó',
    staff: 27,
    language: 'en',
    capacity: monthly(40, 't'),
    papers: { 'ISO 9001': -20, 'ISO 14001': 410 },
  },
  {
    trade: 'dust-suppression',
    country: 'CL',
    town: 'Mejillones',
    staff: 26,
    language: 'en',
    capacity: monthly(36, 't'),
    papers: { 'ISO 9001': 330 },
  },
  {
    trade: 'dust-suppression',
    country: 'CL',
    town: 'Antofagasta',
    staff: 84,
    language: 'en',
    capacity: monthly(110, 't'),
    papers: { 'ISO 9001': 640, 'ISO 14001': 640, 'ISO 45001': 95 },
  },
  {
    trade: 'dust-suppression',
    country: 'CL',
    town: 'Calama',
    staff: 14,
    language: 'en',
    capacity: monthly(22, 't'),
    papers: { 'ISO 9001': -31 },
  },
  {
    trade: 'dust-suppression',
    country: 'CL',
    town: 'Tocopilla',
    staff: 8,
    language: 'es',
    capacity: monthly(18, 't'),
    papers: {},
  },
  {
    trade: 'pump-repair',
    country: 'CL',
    town: 'Calama',
    staff: 48,
    language: 'es',
    capacity: monthly(30, 'pcs'),
    papers: { 'ISO 9001': 610, 'ISO 45001': 610 },
  },
  {
    trade: 'pump-repair',
    country: 'CL',
    town: 'Antofagasta',
    staff: 115,
    language: 'es',
    capacity: monthly(55, 'pcs'),
    papers: { 'ISO 9001': -35, 'ISO 3834': 700 },
  },
  {
    trade: 'pump-repair',
    country: 'CL',
    town: 'Alto Hospicio',
    staff: 12,
    language: 'es',
    capacity: monthly(14, 'pcs'),
    papers: { 'ISO 9001': 240 },
  },
  {
    trade: 'staff-transport',
    country: 'CL',
    town: 'Antofagasta',
    staff: 140,
    language: 'en',
    capacity: monthly(2600, 'trip'),
    papers: { 'ISO 9001': 450, 'ISO 39001': 450 },
  },
  {
    trade: 'staff-transport',
    country: 'CL',
    town: 'Mejillones',
    staff: 31,
    language: 'en',
    capacity: monthly(1100, 'trip'),
    papers: { 'ISO 9001': 120 },
  },
  {
    trade: 'staff-transport',
    country: 'CL',
    town: 'Calama',
    staff: 22,
    language: 'es',
    capacity: monthly(1900, 'trip'),
    papers: {},
  },
  {
    trade: 'camp-catering',
    country: 'CL',
    town: 'Antofagasta',
    staff: 180,
    language: 'es',
    capacity: { value: 2400, unit: 'meal', per: 'day' },
    papers: { HACCP: 380, 'ISO 22000': 380 },
  },
  {
    trade: 'camp-catering',
    country: 'CL',
    town: 'Calama',
    staff: 74,
    language: 'es',
    capacity: { value: 1300, unit: 'meal', per: 'day' },
    papers: { HACCP: 200 },
  },
  {
    trade: 'camp-catering',
    country: 'CL',
    town: 'La Serena',
    staff: 95,
    language: 'es',
    capacity: { value: 2000, unit: 'meal', per: 'day' },
    papers: { HACCP: -12, 'ISO 9001': 300 },
  },
  {
    trade: 'tailings-monitoring',
    country: 'CL',
    town: 'Antofagasta',
    staff: 21,
    language: 'en',
    capacity: monthly(18, 'pcs'),
    papers: { 'ISO 9001': 270, 'ISO 27001': 520 },
  },
  {
    trade: 'tailings-monitoring',
    country: 'CL',
    town: 'Santiago',
    staff: 56,
    language: 'en',
    capacity: monthly(45, 'pcs'),
    papers: { 'ISO 27001': 330 },
  },
  {
    trade: 'mill-liners',
    country: 'CL',
    town: 'Antofagasta',
    staff: 130,
    language: 'es',
    capacity: monthly(85, 't'),
    papers: { 'ISO 9001': 800, 'ISO 45001': 800 },
  },
  {
    trade: 'mill-liners',
    country: 'CL',
    town: 'Rancagua',
    staff: 66,
    language: 'es',
    capacity: monthly(48, 't'),
    papers: { 'ISO 9001': 150 },
  },
  {
    trade: 'workwear',
    country: 'CL',
    town: 'Antofagasta',
    staff: 24,
    language: 'es',
    capacity: monthly(900, 'pcs'),
    papers: { 'CE marking': 400 },
  },
  {
    trade: 'workwear',
    country: 'CL',
    town: 'Ovalle',
    staff: 9,
    language: 'es',
    capacity: monthly(350, 'pcs'),
    papers: { SA8000: 260 },
  },
]
