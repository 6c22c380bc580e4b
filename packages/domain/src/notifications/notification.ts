export const notificationKinds = [
  'need-amended',
  'need-closed',
  'need-cancelled',
  'match-answered',
  'match-invited',
  'invitation-withdrawn',
  'import-finished',
  'search-found',
  'places-piled-up',
  'brief-submitted',
  'brief-decided',
  'review-asked',
  'cluster-joined',
  'team-asked',
  'proposal-handed-in',
  'proposal-moved',
] as const
/** What a notice tells of; its words are the reader's language's. */
export type NotificationKind = (typeof notificationKinds)[number]
/** The values a notice's sentence is made of, as they were when it happened. */
export type NotificationDetail = Readonly<Record<string, string | number>>
