import type { Mail } from '@enlace/database'

export type MailLocale = 'en' | 'es'
export type IdentityMail =
  | { readonly kind: 'confirm' | 'sign-in' | 'reset'; readonly recipient: string; readonly locale: MailLocale; readonly link: string }
  | { readonly kind: 'exists'; readonly recipient: string; readonly locale: MailLocale; readonly link: string }
  | { readonly kind: 'invitation'; readonly recipient: string; readonly locale: MailLocale; readonly link: string; readonly organisation: string; readonly inviter: string }

type Text = { readonly subject: string; readonly before: string; readonly after: string }

const english = (mail: IdentityMail): Text => {
  switch (mail.kind) {
    case 'confirm':
      return { subject: 'Confirm your address', before: 'Open this link in the browser in which you signed up, and your account is ready:', after: 'The link holds for one hour. If you did not sign up, leave it: nothing happens without it.' }
    case 'sign-in':
      return { subject: 'Your link to sign in', before: 'This link signs you in, once:', after: 'It holds for ten minutes. If you did not ask for it, leave it.' }
    case 'reset':
      return { subject: 'Set a new password', before: 'With this link you set a new password:', after: 'It holds for one hour. Your sessions on all devices end with it. If you did not ask for it, leave it: your password stays as it is.' }
    case 'exists':
      return { subject: 'You have an account already', before: 'Somebody, perhaps you, wanted to sign up with this address, which has an account. Sign in here; where the password is forgotten, a link by mail serves as well:', after: 'If that was not you, nothing needs doing.' }
    case 'invitation':
      return { subject: `${mail.organisation} invites you`, before: `${mail.inviter} invites you to work for ${mail.organisation} on Enlace. Accept here, with this address:`, after: 'The link holds for seven days.' }
  }
}

const spanish = (mail: IdentityMail): Text => {
  switch (mail.kind) {
    case 'confirm':
      return { subject: 'Confirme su dirección', before: 'Abra este enlace en el navegador en que se registró y su cuenta estará lista:', after: 'El enlace vale una hora. Si no se registró, no haga nada: sin él no ocurre nada.' }
    case 'sign-in':
      return { subject: 'Su enlace para entrar', before: 'Este enlace le da acceso, una sola vez:', after: 'Vale diez minutos. Si no lo pidió, no haga nada.' }
    case 'reset':
      return { subject: 'Elija una contraseña nueva', before: 'Con este enlace elige una contraseña nueva:', after: 'Vale una hora. Con él terminan sus sesiones en todos los dispositivos. Si no lo pidió, no haga nada: su contraseña queda como está.' }
    case 'exists':
      return { subject: 'Ya tiene una cuenta', before: 'Alguien, quizá usted, quiso registrarse con esta dirección, que ya tiene una cuenta. Entre aquí; si olvidó la contraseña, también sirve un enlace por correo:', after: 'Si no fue usted, no hace falta hacer nada.' }
    case 'invitation':
      return { subject: `${mail.organisation} le invita`, before: `${mail.inviter} le invita a trabajar para ${mail.organisation} en Enlace. Acepte aquí, con esta dirección:`, after: 'El enlace vale siete días.' }
  }
}

// A name from a stranger must not be able to end the subject or open another link in the text.
const tame = (text: string): string => text.replace(/\s+/g, ' ').replace(/https?:\/\/|www\./gi, '').slice(0, 120)

/** A mail about signing in, in the reader's language: plain text, with its one link alone on a line. */
export function writeMail(mail: IdentityMail): Mail {
  const tamed = mail.kind === 'invitation' ? { ...mail, organisation: tame(mail.organisation), inviter: tame(mail.inviter) } : mail
  const { subject, before, after } = mail.locale === 'es' ? spanish(tamed) : english(tamed)
  return { recipient: mail.recipient, subject, body: `${before}\n\n${mail.link}\n\n${after}\n\nEnlace\n` }
}
