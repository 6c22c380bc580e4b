import { criterionIds, gateIds, isBarred, type Match } from '@enlace/domain'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { sampleMatches } from '../../routes/dev/ui/samples.ts'
import { overwriteGetLocale } from '../paraglide/runtime.js'
import { criterionName, criterionWords } from './criterion-words.ts'
import { gapWords } from './gap-words.ts'
import { gateFact, gateName, gateWords } from './gate-words.ts'
import { movementOf, pointsOf, reasonsOf } from './reading.ts'

const named = (name: string): Match => {
  const found = sampleMatches.find(({ supplier }) => supplier.name === name)
  if (found === undefined) throw new Error(`no sample ${name}`)
  return found.match
}
const sentencesOf = (match: Match): readonly string[] => [
  ...match.gates.map((gate) => `${gateName(gate.id)}: ${gateWords(gate)}`),
  ...match.criteria.map((criterion) => `${criterionName(criterion.id)}: ${criterionWords(criterion)}`),
  ...match.gaps.map(gapWords),
]
const inLocale = <Result>(locale: 'en' | 'es', act: () => Result): Result => {
  overwriteGetLocale(() => locale)
  return act()
}
// Dates of this year are written without it.
beforeAll(() => vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T12:00:00Z') }))
afterAll(() => vi.useRealTimers())

describe('the words of a match', () => {
  it('say in English what the rules found', () => {
    expect(inLocale('en', () => sentencesOf(named('Biotack Andina')))).toMatchInlineSnapshot(`
      [
        "Certificates: ISO 9001: not in the passport, or it ends before Mar 1, 2027.",
        "Country: Established in Chile.",
        "Radius: 575 km away; wanted within 250 km.",
        "Volume: 12 t a month stated, 400 t a year wanted: 36% of it.",
        "Languages: Speaks Spanish (working).",
        "Answer date: Answers are welcome until Dec 4.",
        "Does this work: 2 capabilities and references meet the words of the need.",
        "Category: Works in the very category.",
        "Certificates: The passport does not say.",
        "Capacity: Makes 12 t a month: 36% of the wanted 400 t a year.",
        "Nearness: Nearest tie to Antofagasta: Arica.",
        "Track record: 1 reference, 0 confirmed by its customer.",
        "Contracts of this size: Has carried a contract of USD 480,000.",
        "Local value: The passport does not say.",
        "Wants this work: takes orders from 5 t",
        "ISO 9001",
        "ISO 14001",
        "Capacity for 400 t a year (12 t a month stated)",
        "A site within 250 km of Antofagasta",
      ]
    `)
  })

  it('say the same in Spanish', () => {
    expect(inLocale('es', () => sentencesOf(named('Biotack Andina')))).toMatchInlineSnapshot(`
      [
        "Certificados: ISO 9001: no está en el pasaporte, o vence antes del 1 mar 2027.",
        "País: Con sede en Chile.",
        "Radio: A 575 km; se pide dentro de 250 km.",
        "Volumen: Declara 12 t al mes, se piden 400 t al año: el 36 %.",
        "Idiomas: Habla español (intermedio).",
        "Plazo: Se reciben respuestas hasta el 4 dic.",
        "Hace este trabajo: 2 capacidades y referencias coinciden con lo que se pide.",
        "Categoría: Trabaja en la misma categoría.",
        "Certificados: El pasaporte no lo dice.",
        "Capacidad: Produce 12 t al mes: el 36 % de 400 t al año.",
        "Cercanía: Vínculo más cercano a Antofagasta: Arica.",
        "Trayectoria: 1 referencia, 0 confirmada por su cliente.",
        "Contratos de este tamaño: Ha cumplido un contrato de 480.000 USD.",
        "Valor local: El pasaporte no lo dice.",
        "Quiere este trabajo: acepta pedidos desde 5 t",
        "ISO 9001",
        "ISO 14001",
        "Capacidad para 400 t al año (declara 12 t al mes)",
        "Una sede a menos de 250 km de Antofagasta",
      ]
    `)
  })

  it('write what the passport states as the reader does, not as it is kept', () => {
    const facts = inLocale('en', () => [
      gateFact('certificates', 'ISO 9001 · Straits · 2028-02-18'),
      gateFact('country', 'CL'),
      gateFact('languages', 'es working, en'),
      gateFact('capacity', '2600 trip/month'),
      gateFact('radius', 'Calama'),
    ])
    expect(facts).toEqual([
      'ISO 9001 · Straits · Feb 18, 2028',
      'Chile',
      'Spanish (working) and English',
      '2,600 trips a month',
      'Calama',
    ])
  })

  it.each(['en', 'es'] as const)(
    'are whole sentences in %s for every sample, without a hole where a value is missing',
    (locale) => {
      const broken = inLocale(locale, () => sampleMatches.flatMap(({ match }) => sentencesOf(match))).filter(
        (words) => /undefined|NaN|null|Invalid|\{|\[object|: \.|: $| {2}/.test(words) || words.trim() === '',
      )
      expect(broken).toEqual([])
    },
  )

  it('exist for every gate and every criterion that the rules know, even without any detail', () => {
    const evidence = null
    expect(
      gateIds
        .map((id) =>
          gateWords({ id, verdict: 'unstated', detail: { on: '2027-01-01', answerBy: '2027-01-01' }, evidence }),
        )
        .filter((words) => words === ''),
    ).toEqual([])
    const unstated = inLocale('en', () =>
      criterionIds.map((id) => criterionWords({ id, score: null, weight: 0.1, detail: {}, evidence })),
    )
    expect(unstated).toEqual(criterionIds.map(() => 'The passport does not say.'))
  })
})

describe('reading a match', () => {
  it('shows what a barred match would be worth, and the score of one in the running', () => {
    const [barred, running] = [named('Biotack Andina'), named('Polímeros del Loa')]
    expect([isBarred(barred), barred.score, pointsOf(barred)]).toEqual([true, 0, Math.round(barred.buyerScore * 100)])
    expect([isBarred(running), pointsOf(running)]).toEqual([false, Math.round(running.score * 100)])
  })

  it('gives as reasons the criteria that add most and can show evidence', () => {
    expect(reasonsOf(named('Polímeros del Loa'), 2).map(({ id }) => id)).toEqual(['capability-text', 'track-record'])
  })

  it('tells how a row moved', () => {
    expect([
      movementOf(1, 5, false),
      movementOf(4, 2, false),
      movementOf(3, 3, false),
      movementOf(3, null, false),
      movementOf(3, null, true),
    ]).toEqual([{ kind: 'up', by: 4 }, { kind: 'down', by: 2 }, { kind: 'same' }, { kind: 'new' }, { kind: 'same' }])
  })
})
