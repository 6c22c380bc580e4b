import type { ComingNeed } from '@enlace/contracts'

import { connectFast, connectPatient } from './connection.ts'

const channelName = (prefix = 'enlace'): string => `${prefix}:coming-needs`

/** Tells the workers of needs before they are published, as far as Redis is there: nothing depends on its being heard. */
export function openAnnouncer(options: { readonly url: string; readonly prefix?: string }) {
  const connection = connectFast(options.url)
  return {
    announce: (need: ComingNeed): void => {
      connection.publish(channelName(options.prefix), JSON.stringify(need)).catch(() => undefined)
    },
    close: (): void => connection.disconnect(),
  }
}
export type Announcer = ReturnType<typeof openAnnouncer>

/** What is no announcement is passed over: nothing that comes here may end a worker. */
function announcementOf(message: string): ComingNeed | null {
  try {
    return JSON.parse(message) as ComingNeed | null
  } catch {
    return null
  }
}

/** Hears of needs that are about to be published; whoever acts on it checks what came in the end. */
export function openAnnouncementListener(options: {
  readonly url: string
  readonly prefix?: string
  readonly onNeed: (need: ComingNeed) => void
}) {
  const connection = connectPatient(options.url)
  connection.on('message', (_channel: string, message: string) => {
    const need = announcementOf(message)
    if (need !== null) options.onNeed(need)
  })
  void connection.subscribe(channelName(options.prefix)).catch(() => undefined)
  return { close: (): void => connection.disconnect() }
}
