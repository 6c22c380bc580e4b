export * from './instance.ts'
export * from './plan.ts'
