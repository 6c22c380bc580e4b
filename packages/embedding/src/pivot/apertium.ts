import { spawn } from 'node:child_process'

/** Languages that are turned into English, with the directions one after the other. */
const ways: Readonly<Record<string, readonly string[]>> = {
  es: ['spa-eng'],
  pt: ['pt-es', 'spa-eng'],
  fr: ['fr-es', 'spa-eng'],
}
const patienceMs = 60_000

/** A program's answer to what it is given; whoever starts it does so without a shell. */
const run = (program: string, args: readonly string[], input: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'ignore'], timeout: patienceMs })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.on('error', reject)
    // A program that ends before it has read all says so by its code.
    child.stdin.on('error', () => undefined)
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(parts).toString('utf8')) : reject(new Error(`${program} ended with ${code}`)),
    )
    child.stdin.end(input)
  })

/** Whether the program and all the directions that are used are there. */
export async function hasApertium(program = 'apertium'): Promise<boolean> {
  const listed = new Set((await run(program, ['-l'], '').catch(() => '')).split(/\s+/))
  return Object.values(ways).every((way) => way.every((direction) => listed.has(direction)))
}

/** Texts of one language in English, as far as the program knows their words; of a language it does not know, as they are. */
export async function toEnglish(texts: readonly string[], language: string): Promise<readonly string[]> {
  const way = ways[language.slice(0, 2)]
  if (way === undefined || texts.length === 0) return texts
  let lines = texts.map((text) => text.replace(/\s+/g, ' ').trim()).join('\n')
  for (const direction of way) lines = (await run('apertium', ['-u', '-f', 'line', direction], `${lines}\n`)).trimEnd()
  const english = lines.split('\n')
  // Out of step would give one text the meaning of another.
  return english.length === texts.length ? english : texts
}
