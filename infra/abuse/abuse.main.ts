import { measureAttacks } from './measure-attacks.ts'

/** Prints what each attack brings, as docs/matching.md shows it: mean reciprocal place and places among the first ten. */
const [attackers = '6', everyNeed = '4'] = process.argv.slice(2)
const rows = measureAttacks(Number(attackers), Number(everyNeed)).map(
  ({ attack, honest, attacking, unguarded }) =>
    `| ${attack} | ${[honest, attacking, unguarded].map(({ mrr, top10 }) => `${mrr.toFixed(4)} / ${top10}`).join(' | ')} |`,
)
const heading = ['| attack | honest | with it | with it, no guard |', '| --- | ---: | ---: | ---: |']
process.stdout.write(`${[...heading, ...rows].join('\n')}\n`)
