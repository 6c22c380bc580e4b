import { Queue, Worker, type Job } from 'bullmq'

import { awaitedReactions, reactionNames, type ReactionName } from '@enlace/contracts'

import { connectFast, connectPatient } from './connection.ts'

export type Reminder = { readonly eventId: string; readonly reaction: ReactionName; readonly enqueued: number }
/** `along` are further reactions to the same event that are carried out with the queue's own. */
type JobData = { readonly eventId: string; readonly along?: readonly ReactionName[] }
type Owed = Reminder & { readonly along: readonly ReactionName[] }

/** Queues share a Redis with others by this prefix. */
export type QueueOptions = { readonly url: string; readonly prefix?: string }
const defaultPrefix = 'enlace'

/** Enqueues beyond this many get a fresh job id, in case the queue holds on to a job it will never run. */
const patientEnqueues = 4

/** What nobody waits for, as one job for each event (DECISIONS 165). */
function byEvent(reminders: readonly Reminder[]): readonly Owed[] {
  const jobs = new Map<string, Owed>()
  for (const reminder of reminders) {
    const key = `${reminder.eventId}-${reminder.enqueued}`
    const first = jobs.get(key)
    jobs.set(key, first === undefined ? alone(reminder) : { ...first, along: [...first.along, reminder.reaction] })
  }
  return [...jobs.values()]
}
const alone = (reminder: Reminder): Owed => ({ along: [], ...reminder })

/** One queue per reaction; the job id keeps a waiting reminder from standing twice. */
export function openQueues(options: QueueOptions) {
  const connection = connectFast(options.url)
  const prefix = options.prefix ?? defaultPrefix
  const queues = new Map(
    reactionNames.map((reaction) => {
      const queue = new Queue<JobData>(reaction, { connection, prefix, skipVersionCheck: true })
      queue.on('error', () => undefined)
      return [reaction, queue] as const
    }),
  )
  const add = async (reaction: ReactionName, reminders: readonly Owed[]): Promise<unknown> => {
    const jobs = reminders.filter((reminder) => reminder.reaction === reaction).map(toJob)
    const [only] = jobs
    if (only !== undefined && jobs.length === 1) return queues.get(reaction)?.add(only.name, only.data, only.opts)
    return jobs.length > 0 && queues.get(reaction)?.addBulk(jobs)
  }
  return {
    /** Bull Board shows these. */
    all: [...queues.values()],
    /** Reminds the workers, of what somebody waits for before all else; rejects when Redis is away, which loses nothing. */
    remind: async (reminders: readonly Reminder[]): Promise<void> => {
      const isAwaited = ({ reaction }: Reminder): boolean => awaitedReactions.has(reaction)
      const awaited = reminders.filter(isAwaited).map(alone)
      await Promise.all([...awaitedReactions].map((reaction) => add(reaction, awaited)))
      const others = byEvent(reminders.filter((reminder) => !isAwaited(reminder)))
      await Promise.all([...new Set(others.map(({ reaction }) => reaction))].map((reaction) => add(reaction, others)))
    },
    /** Waiting + active + delayed jobs of each queue. */
    depths: async (): Promise<Record<ReactionName, number>> => {
      const depths = await Promise.all(
        [...queues].map(
          async ([reaction, queue]) =>
            [reaction, await queue.getJobCountByTypes('waiting', 'active', 'delayed')] as const,
        ),
      )
      return Object.fromEntries(depths) as Record<ReactionName, number>
    },
    ping: () => connection.ping(),
    close: async (): Promise<void> => {
      await Promise.allSettled([...queues.values()].map((queue) => queue.close()))
      connection.disconnect()
    },
  }
}
export type Queues = ReturnType<typeof openQueues>

const toJob = (reminder: Owed) => ({
  name: reminder.reaction,
  data: { eventId: reminder.eventId, ...(reminder.along.length > 0 && { along: reminder.along }) },
  opts: {
    jobId: `${reminder.eventId}-${reminder.reaction}${reminder.enqueued > patientEnqueues ? `-${reminder.enqueued}` : ''}`,
    removeOnComplete: true,
    removeOnFail: true,
    attempts: 1,
  },
})

/**
 * Runs `handle` for each reminder of one reaction, and of those that come along with it. Failures are counted by the
 * handler in Postgres, not here.
 */
export function consume(
  options: QueueOptions & { readonly reaction: ReactionName; readonly concurrency: number },
  handle: (eventId: string, reactions: readonly ReactionName[]) => Promise<void>,
) {
  const connection = connectPatient(options.url)
  const carryOut = ({ data: { eventId, along = [] } }: Job<JobData>) => handle(eventId, [options.reaction, ...along])
  const worker = new Worker<JobData>(options.reaction, carryOut, {
    connection,
    prefix: options.prefix ?? defaultPrefix,
    concurrency: options.concurrency,
    skipVersionCheck: true,
    // A worker killed again and again must not end a job for ever; attempts are counted in Postgres.
    maxStalledCount: 1000,
    lockDuration: 10_000,
    stalledInterval: 5000,
  })
  worker.on('error', () => undefined)
  return {
    close: async (): Promise<void> => {
      await worker.close()
      connection.disconnect()
    },
  }
}
