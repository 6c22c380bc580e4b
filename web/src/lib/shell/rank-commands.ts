import type { Command } from './commands.svelte.ts'

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** How well typed words meet a command: each word must begin some word of it; 0 is no. */
function fitOf(command: Command, words: readonly string[]): number {
  const label = plain(command.label).split(/\s+/)
  const others = plain(`${command.hint ?? ''} ${command.keywords ?? ''}`).split(/\s+/)
  let fit = 1
  for (const word of words) {
    const at = label.findIndex((part) => part.startsWith(word))
    if (at >= 0) fit += at === 0 ? 4 : 3
    else if (others.some((part) => part.startsWith(word))) fit += 1
    else return 0
  }
  return fit
}

/** The commands that what was typed could mean, best first and otherwise in their given order. */
export function rankCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  return commands
    .map((command, order) => ({ command, order, fit: fitOf(command, words) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((a, b) => b.fit - a.fit || a.order - b.order)
    .map(({ command }) => command)
}
