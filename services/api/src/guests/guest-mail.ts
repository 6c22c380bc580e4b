type Told = { readonly name: string; readonly title: string; readonly organiser: string; readonly link: string }
type Write = (told: Told) => { readonly subject: string; readonly body: string }

const words = {
  invitation: {
    en: ({ name, title, organiser, link }) => ({
      subject: `${organiser} invites you: ${title}`,
      body: `${organiser} invites ${name} to the matchday "${title}".\n\nRead when and where it is, register, or say that you cannot come:\n${link}\n\nWhoever has this link can answer for you.\n`,
    }),
    es: ({ name, title, organiser, link }) => ({
      subject: `${organiser} le invita: ${title}`,
      body: `${organiser} invita a ${name} a la jornada «${title}».\n\nLea cuándo y dónde es, inscríbase o diga que no puede ir:\n${link}\n\nQuien tenga este enlace puede responder por usted.\n`,
    }),
  },
  reminder: {
    en: ({ name, title, organiser, link }) => ({
      subject: `${organiser} waits for your answer: ${title}`,
      body: `${organiser} invited ${name} to the matchday "${title}" and waits for your answer.\n\nRegister, or say that you cannot come:\n${link}\n\nWhoever has this link can answer for you.\n`,
    }),
    es: ({ name, title, organiser, link }) => ({
      subject: `${organiser} espera su respuesta: ${title}`,
      body: `${organiser} invitó a ${name} a la jornada «${title}» y espera su respuesta.\n\nInscríbase o diga que no puede ir:\n${link}\n\nQuien tenga este enlace puede responder por usted.\n`,
    }),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<'en' | 'es', Write>>>>
export type GuestMailKind = keyof typeof words

/** The mail by which a firm is invited to a matchday or reminded of it, in its language. */
export const guestMail = (kind: GuestMailKind, locale: 'en' | 'es', told: Told): ReturnType<Write> =>
  words[kind][locale](told)
