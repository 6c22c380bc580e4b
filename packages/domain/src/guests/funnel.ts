/** The steps from an invitation to a meeting, each a part of the one before. */
export const funnelSteps = ['invited', 'answered', 'registered', 'admitted', 'came', 'met'] as const
export type FunnelStep = (typeof funnelSteps)[number]
/** How many of the firms that were invited got how far. */
export type GuestFunnel = Readonly<Record<FunnelStep, number>>
