import closeWithGrace from 'close-with-grace'

import type { Logger } from './log.ts'

/** Waits for the end signal (or a fatal error), then closes what was opened, last opened first. */
export function endGracefully(log: Logger, opened: readonly { close: () => unknown }[], delayMs = 10_000): void {
  closeWithGrace({ delay: delayMs, logger: false }, async ({ signal, err }) => {
    if (err) log.fatal({ err }, 'ending after an error')
    else log.info({ signal }, 'ending')
    for (const resource of opened.toReversed()) await resource.close()
  })
}
