/** How much one side may write in a room: in a minute, in a day, and before the other side ever wrote. */
export const messageLimits = { minute: 10, day: 200, unanswered: 3 } as const
export type MessageLimit = keyof typeof messageLimits

/** How much a side wrote; `unanswered` counts all of it where the other side has not written yet, else 0. */
export type Written = Readonly<Record<MessageLimit, number>>

/** The limit that one message more would break, or null. */
export const limitOf = (written: Written): MessageLimit | null =>
  (['unanswered', 'minute', 'day'] as const).find((limit) => written[limit] >= messageLimits[limit]) ?? null
