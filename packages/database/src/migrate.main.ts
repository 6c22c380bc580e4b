import { migrate } from './migrate.ts'

const url = process.argv[2]
if (url === undefined) throw new Error('usage: migrate.main DATABASE_URL')
const applied = await migrate(url)
process.stdout.write(applied.length === 0 ? 'schema is current\n' : `applied ${applied.join(', ')}\n`)
