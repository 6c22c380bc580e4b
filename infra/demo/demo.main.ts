import { isLoaded } from './is-loaded.ts'

const url = process.env['DATABASE_URL']
if (url === undefined) throw new Error('DATABASE_URL must name the database that gets the demo')
// Every start asks, and but for the first the answer is yes: what makes a demo is read in only where one is made.
if (await isLoaded(url)) process.stdout.write('demo data was there\n')
else {
  const { makeDemo } = await import('./make-demo.ts')
  process.stdout.write((await makeDemo(url)) ? 'demo data is loaded\n' : 'demo data was there\n')
}
