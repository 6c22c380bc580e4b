import type { ZxcvbnFactory } from '@zxcvbn-ts/core'

import { Problem } from '@enlace/domain'

export const shortestPassword = 12
/** A thousand million guesses are an afternoon's work against a leaked table. */
const leastGuessesLog10 = 9
/** Longer ones are judged by their beginning: the estimate's cost grows with the square of the length. */
const judgedLength = 64

const ownWords = [
  'enlace',
  'contraseña',
  'contrasena',
  'clave',
  'acceso',
  'usuario',
  'administrador',
  'secreto',
  'bienvenido',
  'bienvenida',
  'empresa',
  'proveedor',
  'comprador',
  'password',
  'welcome',
  'supplier',
  'buyer',
  'company',
  'secret',
  'admin',
]

let estimator: Promise<ZxcvbnFactory> | null = null
// The judge and its fifty thousand leaked passwords are read in only where a password is chosen.
const loadEstimator = async (): Promise<ZxcvbnFactory> => {
  const [core, common] = await Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')])
  return new core.ZxcvbnFactory({ dictionary: { ...common.dictionary, own: ownWords }, graphs: common.adjacencyGraphs })
}

/**
 * Refuses passwords that are short, among the leaked ones, or built of such, of the person's own words, of keyboard
 * rows, repeats or dates. No mixture of signs is asked for.
 * @throws Problem password.short or password.common
 */
export async function checkPassword(password: string, personal: readonly string[]): Promise<void> {
  if (Array.from(password).length < shortestPassword)
    throw refusal(
      'password.short',
      `Use at least ${shortestPassword} characters; three or four words are easy to keep in mind.`,
    )
  estimator ??= loadEstimator()
  const words = personal
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 2)
  const { guessesLog10 } = (await estimator).check(password.slice(0, judgedLength), words)
  if (guessesLog10 < leastGuessesLog10)
    throw refusal(
      'password.common',
      'This password, or one much like it, is among those that leaked elsewhere. Choose another one.',
    )
}

const refusal = (code: 'password.short' | 'password.common', message: string): Problem =>
  new Problem(code, message, [{ path: 'body.password', code, message }])
