export * from './announcements.ts'
export * from './connection.ts'
export * from './queue.ts'
export * from './live-channel.ts'
