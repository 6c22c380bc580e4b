import { spawn } from 'node:child_process'

/** Languages that are turned into English, with the directions one after the other. */
const ways: Readonly<Record<string, readonly string[]>> = {
  es: ['spa-eng'],
  pt: ['pt-es', 'spa-eng'],
  fr: ['fr-es', 'spa-eng'],
}
const patienceMs = 60_000

export const turnsToEnglish = (language: string): boolean => Object.hasOwn(ways, language)

/** What a line of a shell answers to what it is given; no line here holds a word from outside. */
const run = (line: string, input: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', line], { stdio: ['pipe', 'pipe', 'ignore'], timeout: patienceMs })
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    child.on('error', reject)
    // A program that ends before it has read all says so by what it answers.
    child.stdin.on('error', () => undefined)
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(parts).toString('utf8')) : reject(new Error(`apertium ended with ${code}`)),
    )
    child.stdin.end(input)
  })

/** Whether the program and all the directions that are used are there. */
export async function hasApertium(): Promise<boolean> {
  const listed = new Set((await run('apertium -l', '').catch(() => '')).split(/\s+/))
  return Object.values(ways).every((way) => way.every((direction) => listed.has(direction)))
}

/**
 * Texts of one language in English, as far as the program knows their words; of a language it does not know, as they are.
 * @throws Error where the program does not answer each text
 */
export async function toEnglish(texts: readonly string[], language: string): Promise<readonly string[]> {
  const way = ways[language]
  if (way === undefined || texts.length === 0) return texts
  const lines = texts.map((text) => text.replace(/\s+/g, ' ').trim() || '-').join('\n')
  // The program opens its input by name, which it can with a pipe of the shell but not with ours.
  const steps = ['cat', ...way.map((direction) => `apertium -u -f line ${direction}`), 'cat']
  const english = (await run(steps.join(' | '), `${lines}\n`)).trimEnd().split('\n')
  if (english.length !== texts.length) throw new Error('apertium answered another number of texts')
  return english
}
