/** How many votes a board must cast at least before it has decided. */
export const quorumBounds = { from: 1, to: 15 } as const

export type Vote = { readonly yes: boolean }

/** What a board has decided: nothing before enough have voted, nor while as many are for as against. */
export function boardDecision(votes: readonly Vote[], quorum: number): 'approved' | 'refused' | null {
  const yes = votes.filter((vote) => vote.yes).length
  const no = votes.length - yes
  if (votes.length < quorum || yes === no) return null
  return yes > no ? 'approved' : 'refused'
}
