export type LiveState = 'live' | 'catching-up' | 'offline'

/** How current the page is: what the top bar shows, kept by whoever holds the connection. */
class Live {
  state = $state<LiveState>('catching-up')
  /** Seconds between a change being recorded and it being shown here. */
  lagSeconds = $state(0)
}

export const live = new Live()
