import { findDates, type DateFound } from './date-text.ts'
import { sentenceAround, spanOf, type CheckReason, type Found, type ReadText } from './found.ts'

export type Deadlines = {
  readonly answerBy: Found<string> | null
  readonly deliverFrom: Found<string> | null
  readonly deliverUntil: Found<string> | null
}
type Role = keyof Deadlines

const answerCue =
  /answer|offer|quot|proposal|bids?\b|bidding|tender|clos(?:e|ing)|deadline|respon|submi|apply|application|cierr|oferta|cotiza|propuesta|respuesta|postula|plazo|recepcion|enviar|respostas?|propostas?|candidatur|prazo|encerra/g
const deliveryCue =
  /deliver|suppl(?:y|ies)|start|begin|ship|contract|complet|finish|execut|install|need(?:ed)? (?:by|from)|entreg|suministr|inici|comien|empez|despach|ejecuc|contrato|termin|forne|comec|conclus/g
const fromCue =
  /(?:\bfrom|\bstarting|\bstart|\bbegin\w*|\bas of|desde|a partir|\binici\w*|\bcomien\w*|\bempe\w*|\bcomec\w*|\bde)\b[^\n]{0,24}$/
const untilCue =
  /(?:\bto|\buntil|\btill|\bby|\bbefore|\bno later than|\bend|hasta|\ba mas tardar|\bantes del?|\bal|\bfin|\bate|\bou antes|[–—-])\s*(?:the|el|dia|o|del|de)?\s*$/

const lastIndex = (text: string, cue: RegExp): number =>
  Math.max(-1, ...[...text.matchAll(cue)].map((match) => match.index))

/** What a day is for: the nearest cue before it in its sentence decides, else one right behind it. */
function roleOf(text: ReadText, date: DateFound): { readonly role: Role; readonly isSure: boolean } {
  const { before, after } = sentenceAround(text, date.start, date.end)
  const answer = lastIndex(before, answerCue)
  const delivery = lastIndex(before, deliveryCue)
  if (answer > delivery) return { role: 'answerBy', isSure: true }
  if (delivery >= 0)
    return {
      role: untilCue.test(before) || !fromCue.test(before) ? 'deliverUntil' : 'deliverFrom',
      isSure: untilCue.test(before) || fromCue.test(before),
    }
  if (after.slice(0, 50).search(answerCue) >= 0) return { role: 'answerBy', isSure: false }
  return { role: 'answerBy', isSure: false }
}

/** When answers are due and when delivery runs, as the words around each day tell. */
export function findDeadlines(text: ReadText): Deadlines {
  const roles: Record<Role, Found<string> | null> = { answerBy: null, deliverFrom: null, deliverUntil: null }
  const guessed: DateFound[] = []
  const set = (role: Role, date: DateFound, check: CheckReason | null): void => {
    const before = roles[role]
    if (before === null)
      roles[role] = {
        value: role === 'deliverFrom' ? date.first : date.value,
        spans: [spanOf(text, date.start, date.end)],
        check,
      }
    else if (before.value !== date.value) roles[role] = { ...before, check: before.check ?? 'several-found' }
  }
  for (const date of findDates(text)) {
    const { role, isSure } = roleOf(text, date)
    if (isSure) set(role, date, date.check)
    else guessed.push(date)
  }
  for (const date of guessed) {
    const { role } = roleOf(text, date)
    if (roles[role] === null && date.value >= text.today) set(role, date, 'role-guessed')
  }
  return roles
}
