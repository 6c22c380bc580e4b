import { Queue, Worker, type Job } from 'bullmq'

import { awaitedReactions, reactionNames, type ReactionName } from '@enlace/contracts'

import { connectFast, connectPatient } from './connection.ts'

export type Reminder = { readonly eventId: string; readonly reaction: ReactionName; readonly enqueued: number }
type JobData = { readonly eventId: string }

/** Queues share a Redis with others by this prefix. */
export type QueueOptions = { readonly url: string; readonly prefix?: string }
const defaultPrefix = 'enlace'

/** Enqueues beyond this many get a fresh job id, in case the queue holds on to a job it will never run. */
const patientEnqueues = 4

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
  const add = async (reaction: ReactionName, reminders: readonly Reminder[]): Promise<unknown> => {
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
      await Promise.all([...awaitedReactions].map((reaction) => add(reaction, reminders)))
      const others = reactionNames.filter((reaction) => !awaitedReactions.has(reaction))
      await Promise.all(others.map((reaction) => add(reaction, reminders)))
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

const toJob = (reminder: Reminder) => ({
  name: reminder.reaction,
  data: { eventId: reminder.eventId },
  opts: {
    jobId: `${reminder.eventId}-${reminder.reaction}${reminder.enqueued > patientEnqueues ? `-${reminder.enqueued}` : ''}`,
    removeOnComplete: true,
    removeOnFail: true,
    attempts: 1,
  },
})

/** Runs `handle` for each reminder of one reaction. Failures are counted by the handler in Postgres, not here. */
export function consume(
  options: QueueOptions & { readonly reaction: ReactionName; readonly concurrency: number },
  handle: (eventId: string) => Promise<void>,
) {
  const connection = connectPatient(options.url)
  const worker = new Worker<JobData>(options.reaction, (job: Job<JobData>) => handle(job.data.eventId), {
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
