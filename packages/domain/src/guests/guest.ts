/** How an invitation of a firm to a matchday stands. */
export const guestStates = ['invited', 'registered', 'declined', 'withdrawn'] as const
export type GuestState = (typeof guestStates)[number]

/** How many guests a matchday has at most, and how many are invited at once. */
export const mostGuests = 1000
export const mostGuestsAtOnce = 100

/** For how many days a guest is left in peace after it was told something. */
export const reminderDays = 3

/** For how many days after a matchday the addresses of its guests are kept. */
export const guestsKeptDays = 30

export type GuestLine = { readonly name: string; readonly email: string }
export type GuestLines = { readonly guests: readonly GuestLine[]; readonly wrong: readonly number[] }

const address = /^[^\s@<>"(),:;[\]\\]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/

/** Reads lines of "name, e-mail"; the numbers of lines that are none, and one guest for an address that comes twice. */
export function readGuestLines(text: string): GuestLines {
  const guests = new Map<string, GuestLine>()
  const wrong: number[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const cut = line.search(/[,;\t][^,;\t]*$/)
    const name = line.slice(0, Math.max(cut, 0)).trim()
    const email = line
      .slice(cut + 1)
      .trim()
      .toLowerCase()
    if (name === '' || name.length > 200 || email.length > 254 || !address.test(email)) wrong.push(index + 1)
    else if (!guests.has(email)) guests.set(email, { name, email })
  }
  return { guests: [...guests.values()], wrong }
}
