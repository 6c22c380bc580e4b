export const sampleVerdicts = ['accepted', 'with-remarks', 'rejected'] as const
/** What the buyer found of a sample. */
export type SampleVerdict = (typeof sampleVerdicts)[number]

export const termKinds = ['exclusivity', 'non-compete'] as const
/** What two sides bind themselves to, for a scope and until a day. */
export type TermKind = (typeof termKinds)[number]
/** How many days before a term ends both sides are reminded. */
export const termReminderDays = 30

export const reportReasons = ['spam', 'abuse', 'fraud', 'other'] as const
export type ReportReason = (typeof reportReasons)[number]

/** Requests that an organisation may send in a day. */
export const requestLimit = 20
/** How many days the same partner is left alone after it said no. */
export const requestRestDays = 30
