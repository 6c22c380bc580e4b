/** Why nobody can be invited to a matchday now. */
export const invitingProblems = [
  'thing.not-found',
  'identity.forbidden',
  'matchday.state',
  'matchday.over',
  'matchday.late',
] as const
