type Detail = Readonly<Record<string, string>>
type Words = { readonly subject: string; readonly body: string }
type Write = (detail: Detail) => Words

const mails: Readonly<
  Record<
    'match-invited' | 'match-answered' | 'matchday-invited' | 'matchday-reminded',
    Readonly<Record<'en' | 'es', Write>>
  >
> = {
  'match-invited': {
    en: ({ title = '', buyer = 'A buyer' }) => ({
      subject: `You are invited: ${title}`,
      body: `${buyer} invites your firm to answer this need:\n\n${title}\n\nSign in to Enlace to read it and to say whether it is for you.\n`,
    }),
    es: ({ title = '', buyer = 'Un comprador' }) => ({
      subject: `Le invitan: ${title}`,
      body: `${buyer} invita a su empresa a responder a esta necesidad:\n\n${title}\n\nEntre en Enlace para leerla y decir si es para ustedes.\n`,
    }),
  },
  'matchday-invited': {
    en: ({ title = '', organiser = '' }) => ({
      subject: `${organiser} invites you: ${title}`,
      body: `${organiser} invites your firm to this matchday:\n\n${title}\n\nSign in to Enlace to read when and where it is, to register, or to say that you cannot come.\n`,
    }),
    es: ({ title = '', organiser = '' }) => ({
      subject: `${organiser} le invita: ${title}`,
      body: `${organiser} invita a su empresa a esta jornada:\n\n${title}\n\nEntre en Enlace para leer cuándo y dónde es, inscribirse o decir que no puede ir.\n`,
    }),
  },
  'matchday-reminded': {
    en: ({ title = '', organiser = '' }) => ({
      subject: `${organiser} waits for your answer: ${title}`,
      body: `${organiser} invited your firm to this matchday and waits for your answer:\n\n${title}\n\nSign in to Enlace to register, or to say that you cannot come.\n`,
    }),
    es: ({ title = '', organiser = '' }) => ({
      subject: `${organiser} espera su respuesta: ${title}`,
      body: `${organiser} invitó a su empresa a esta jornada y espera su respuesta:\n\n${title}\n\nEntre en Enlace para inscribirse o decir que no puede ir.\n`,
    }),
  },
  'match-answered': {
    en: ({ title = '', supplier = '' }) => ({
      subject: `${supplier} is interested: ${title}`,
      body: `${supplier} says that it is interested in your need:\n\n${title}\n\nSign in to Enlace to see how well it fits.\n`,
    }),
    es: ({ title = '', supplier = '' }) => ({
      subject: `${supplier} tiene interés: ${title}`,
      body: `${supplier} dice que le interesa su necesidad:\n\n${title}\n\nEntre en Enlace para ver qué tan bien encaja.\n`,
    }),
  },
}

// A line break in a subject would begin another header.
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 180)

/** The mail that goes with a notice, in its reader's language. */
export function noticeMail(kind: keyof typeof mails, locale: 'en' | 'es', detail: Detail): Words {
  const { subject, body } = mails[kind][locale](detail)
  return { subject: oneLine(subject), body }
}
