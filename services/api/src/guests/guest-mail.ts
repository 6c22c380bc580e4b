type Told = { readonly name: string; readonly title: string; readonly organiser: string; readonly link: string }

const words: Readonly<Record<'en' | 'es', (told: Told) => { subject: string; body: string }>> = {
  en: ({ name, title, organiser, link }) => ({
    subject: `${organiser} invites you: ${title}`,
    body: `${organiser} invites ${name} to the matchday "${title}".\n\nRead when and where it is, register, or say that you cannot come:\n${link}\n\nWhoever has this link can answer for you.\n`,
  }),
  es: ({ name, title, organiser, link }) => ({
    subject: `${organiser} te invita: ${title}`,
    body: `${organiser} invita a ${name} a la jornada «${title}».\n\nLee cuándo y dónde es, inscríbete o di que no puedes ir:\n${link}\n\nQuien tenga este enlace puede responder por ti.\n`,
  }),
}

/** The mail by which a firm is invited to a matchday, in its language. */
export const guestMail = (locale: 'en' | 'es', told: Told): { subject: string; body: string } => words[locale](told)
