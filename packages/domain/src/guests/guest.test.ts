import { expect, it } from 'vitest'

import { readGuestLines } from './guest.ts'

it('reads a guest from each line, the last comma before the address', () => {
  expect(readGuestLines('Molino, Hijos, Ana@Molino.CL\n\nHornos;ventas@hornos.example\r\n')).toEqual({
    guests: [
      { name: 'Molino, Hijos', email: 'ana@molino.cl' },
      { name: 'Hornos', email: 'ventas@hornos.example' },
    ],
    wrong: [],
  })
})

it('numbers the lines that are none, and takes an address once', () => {
  const text = 'Molino, ana@molino.cl\nana@molino.cl\nNobody, nowhere\nMolino again, ANA@molino.cl\n, x@y.example'
  expect(readGuestLines(text)).toEqual({ guests: [{ name: 'Molino', email: 'ana@molino.cl' }], wrong: [2, 3, 5] })
})
