import type { Mail } from '@enlace/database'

export type MailLocale = 'en' | 'es'

type Addressed = { readonly recipient: string; readonly locale: MailLocale; readonly link: string }
export type IdentityMail =
  | (Addressed & { readonly kind: 'confirm' | 'sign-in' | 'reset' | 'exists' })
  | (Addressed & { readonly kind: 'invitation'; readonly organisation: string; readonly inviter: string })

type Names = { readonly organisation: string; readonly inviter: string }
type Text = { readonly subject: string; readonly before: string; readonly after: string }
type Texts = Readonly<Record<IdentityMail['kind'], (names: Names) => Text>>

const english: Texts = {
  confirm: () => ({
    subject: 'Confirm your address',
    before: 'Open this link in the browser in which you signed up, and your account is ready:',
    after: 'The link holds for one hour. If you did not sign up, leave it: nothing happens without it.',
  }),
  'sign-in': () => ({
    subject: 'Your link to sign in',
    before: 'This link signs you in, once:',
    after: 'It holds for ten minutes. If you did not ask for it, leave it.',
  }),
  reset: () => ({
    subject: 'Set a new password',
    before: 'With this link you set a new password:',
    after:
      'It holds for one hour. Your sessions on all devices end with it. If you did not ask for it, leave it: your password stays as it is.',
  }),
  exists: () => ({
    subject: 'You have an account already',
    before:
      'Somebody, perhaps you, wanted to sign up with this address, which has an account. Sign in here; where the password is forgotten, a link by mail serves as well:',
    after: 'If that was not you, nothing needs doing.',
  }),
  invitation: ({ organisation, inviter }) => ({
    subject: `${organisation} invites you`,
    before: `${inviter} invites you to work for ${organisation} on Enlace. Accept here, with this address:`,
    after: 'The link holds for seven days.',
  }),
}

const spanish: Texts = {
  confirm: () => ({
    subject: 'Confirme su dirección',
    before: 'Abra este enlace en el navegador en que se registró y su cuenta estará lista:',
    after: 'El enlace vale una hora. Si no se registró, no hace falta hacer nada: sin él no ocurre nada.',
  }),
  'sign-in': () => ({
    subject: 'Su enlace para entrar',
    before: 'Este enlace le da acceso, una sola vez:',
    after: 'Vale diez minutos. Si no lo pidió, no hace falta hacer nada.',
  }),
  reset: () => ({
    subject: 'Elija una contraseña nueva',
    before: 'Con este enlace puede elegir una contraseña nueva:',
    after:
      'Vale una hora. Con él terminan sus sesiones en todos los dispositivos. Si no lo pidió, no hace falta hacer nada: su contraseña queda como está.',
  }),
  exists: () => ({
    subject: 'Ya tiene una cuenta',
    before:
      'Alguien, quizá usted, quiso registrarse con esta dirección, que ya tiene una cuenta. Entre aquí; si olvidó la contraseña, también sirve un enlace por correo:',
    after: 'Si no fue usted, no hace falta hacer nada.',
  }),
  invitation: ({ organisation, inviter }) => ({
    subject: `${organisation} le invita`,
    before: `${inviter} le invita a trabajar para ${organisation} en Enlace. Acepte aquí, con esta dirección:`,
    after: 'El enlace vale siete días.',
  }),
}

// A name from a stranger must not be able to end the subject or open another link in the text.
const tame = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/https?:\/\/|www\./gi, '')
    .slice(0, 120)

/** A mail about signing in, in the reader's language: plain text, with its one link alone on a line. */
export function writeMail(mail: IdentityMail): Mail {
  const names =
    mail.kind === 'invitation'
      ? { organisation: tame(mail.organisation), inviter: tame(mail.inviter) }
      : { organisation: '', inviter: '' }
  const { subject, before, after } = (mail.locale === 'es' ? spanish : english)[mail.kind](names)
  return { recipient: mail.recipient, subject, body: `${before}\n\n${mail.link}\n\n${after}\n\nEnlace\n` }
}
