export * from './storage.ts'
export * from './open-storage.ts'
