import { measureAttacks } from './measure-attacks.ts'

/** Prints what each attack brings, as docs/matching.md shows it: mean reciprocal place and places among the first ten. */
const [attackers = '6', everyNeed = '4'] = process.argv.slice(2)
console.log('| attack | honest | with it | with it, no guard |\n| --- | ---: | ---: | ---: |')
for (const { attack, honest, attacking, unguarded } of measureAttacks(Number(attackers), Number(everyNeed)))
  console.log(
    `| ${attack} | ${[honest, attacking, unguarded].map(({ mrr, top10 }) => `${mrr.toFixed(4)} / ${top10}`).join(' | ')} |`,
  )
