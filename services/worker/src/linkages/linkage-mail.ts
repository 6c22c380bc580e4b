import type { FollowUpAnswer } from '@enlace/domain'

type Locale = 'en' | 'es'
type Mail = { readonly subject: string; readonly body: string }

// A line break in a subject would begin another header, and a name must not be able to open a link of its own.
const oneLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/https?:\/\/|www\./gi, '')
    .slice(0, 180)

/** What a mail about a linkage speaks of; an empty partner has not named itself. */
export type LinkageWords = { readonly partner: string; readonly title: string }

const news: Readonly<
  Record<
    'requested' | 'started',
    Readonly<Record<Locale, (words: LinkageWords) => readonly [subject: string, text: string]>>
  >
> = {
  requested: {
    en: ({ partner, title }) => [
      `${partner || 'A buyer'} would like to talk: ${title}`,
      `${partner || 'A buyer'} asks to be linked with you over this need:\n\n${title}\n\nSay yes or no:`,
    ],
    es: ({ partner, title }) => [
      `${partner || 'Un comprador'} quiere conversar: ${title}`,
      `${partner || 'Un comprador'} propone vincularse con ustedes por esta necesidad:\n\n${title}\n\nRespondan sí o no:`,
    ],
  },
  // Who met at a matchday, or won a call, is linked over no need.
  started: {
    en: ({ partner, title }) => [
      `You are linked with ${partner || 'a buyer'}${title === '' ? '' : `: ${title}`}`,
      `You and ${partner || 'a buyer'} both said yes${title === '' ? '.' : ` to this need:\n\n${title}`}\n\nYour room is open:`,
    ],
    es: ({ partner, title }) => [
      `Ya están vinculados con ${partner || 'un comprador'}${title === '' ? '' : `: ${title}`}`,
      `Ustedes y ${partner || 'un comprador'} dijeron que sí${title === '' ? '.' : ` a esta necesidad:\n\n${title}`}\n\nLa sala está abierta:`,
    ],
  },
}

/** The mail that goes with a request or a beginning. */
export function linkageMail(kind: keyof typeof news, locale: Locale, words: LinkageWords, href: string): Mail {
  const [subject, text] = news[kind][locale]({ partner: oneLine(words.partner), title: oneLine(words.title) })
  return { subject: oneLine(subject), body: `${text}\n${href}\n\nEnlace\n` }
}

const answers: Readonly<Record<Locale, Readonly<Record<FollowUpAnswer, string>>>> = {
  en: {
    talking: 'We are still talking:',
    contract: 'There is a contract:',
    stopped: 'It came to nothing:',
    'no-answer': 'They do not answer us:',
  },
  es: {
    talking: 'Seguimos conversando:',
    contract: 'Hay un contrato:',
    stopped: 'No resultó:',
    'no-answer': 'No nos responden:',
  },
}
const asking: Readonly<
  Record<Locale, (words: LinkageWords, days: number) => readonly [subject: string, text: string, foot: string]>
> = {
  en: ({ partner, title }, days) => [
    `How is it going with ${partner || 'your buyer'}?`,
    `${days} days ago something changed between you and ${partner || 'your buyer'}${title === '' ? '' : ` (${title})`}. How is it going? One of these opens a page whose button answers; you need not sign in.`,
    'The links work once and for three weeks. Whoever has this mail can answer by it.',
  ],
  es: ({ partner, title }, days) => [
    `¿Cómo va con ${partner || 'su comprador'}?`,
    `Hace ${days} días algo cambió entre ustedes y ${partner || 'su comprador'}${title === '' ? '' : ` (${title})`}. ¿Cómo va? Cada enlace abre una página cuyo botón responde; no hace falta iniciar sesión.`,
    'Los enlaces sirven una vez y durante tres semanas. Quien tenga este correo puede responder con él.',
  ],
}

/** The mail that asks how it goes: plain text, each answer a link alone on its line. */
export function followUpMail(
  locale: Locale,
  words: LinkageWords,
  days: number,
  hrefOf: (answer: FollowUpAnswer) => string,
): Mail {
  const [subject, text, foot] = asking[locale]({ partner: oneLine(words.partner), title: oneLine(words.title) }, days)
  const links = (Object.keys(answers[locale]) as FollowUpAnswer[]).map(
    (answer) => `${answers[locale][answer]}\n${hrefOf(answer)}`,
  )
  return { subject: oneLine(subject), body: `${[text, ...links, foot].join('\n\n')}\n\nEnlace\n` }
}
