import type { Assumptions, Estimate, Frame, Random } from '@enlace/scheduling'

/** One of many organisers: what it takes for likely, in which frame. */
export type Scenario = { readonly assumptions: Assumptions; readonly frame: Frame }

const between = (least: number, most: number, random: Random): number => least + random.share() * (most - least)
const whole = (least: number, most: number, random: Random): number => least + random.below(most - least + 1)

/** A matchday as organisers plan them: small or large, sure of its numbers or not, with many wishes or few. */
export function drawScenario(random: Random): Scenario {
  const give = between(0.05, 0.4, random)
  const estimate = (least: number, most: number, unsure = give): Estimate => ({
    expected: between(least, most, random),
    give: unsure,
  })
  const [hosts, visitors] = [whole(8, 40, random), whole(20, 150, random)]
  const [wishes, acceptance] = [estimate(2, 10), estimate(0.3, 0.8, give / 2)]
  const ofHost = (visitors * wishes.expected * acceptance.expected) / hosts
  return {
    assumptions: {
      hosts: { expected: hosts, give },
      visitors: { expected: visitors, give },
      wishes,
      acceptance,
      noShows: estimate(0.05, 0.25),
      walkIns: estimate(0, 10),
      languages: [
        { language: 'es', hosts: between(40, 90, random), visitors: between(40, 90, random) },
        { language: 'en', hosts: 20, visitors: 20 },
      ],
      bilingual: between(0.2, 0.7, random),
    },
    // Hosts are busy in a fifth to three fifths of their slots; the most popular would be in more than all.
    frame: {
      slots: Math.max(6, Math.min(60, Math.ceil(ofHost / between(0.2, 0.6, random)))),
      tables: 1,
      mostMeetings: 60,
      floor: 1,
    },
  }
}
