import { expect, it } from 'vitest'

import { Problem } from '@enlace/domain'

import { checkPassword } from './password-rule.ts'

const verdict = async (password: string): Promise<string> => {
  try {
    await checkPassword(password, ['Rosa Quispe', 'rosa.quispe@talleres-andinos.example'])
    return 'taken'
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
}

it.each([
  ['', 'password.short'],
  ['Xk7#pQ2$mLa', 'password.short'],
  ['password1234', 'password.common'],
  ['Password2026!', 'password.common'],
  ['qwertyuiop123456', 'password.common'],
  ['123456789012345', 'password.common'],
  ['aaaaaaaaaaaaaaaa', 'password.common'],
  ['contraseña2026', 'password.common'],
  ['P@ssw0rd1234', 'password.common'],
  ['rosaquispe2026', 'password.common'],
  ['Xk7#pQ2$mLaV', 'taken'],
  ['puente lima trigo norte', 'taken'],
  ['🌵🌵 sobre la mesa de Juan', 'taken'],
])('the password %j is answered with %s', async (password, wanted) => {
  expect(await verdict(password)).toBe(wanted)
})

it('a password of the greatest length is judged by its beginning', async () => {
  expect(await verdict('a'.repeat(128))).toBe('password.common')
  expect(await verdict('aZ4 '.repeat(32))).toBe('password.common')
})
