/** Currencies offered first; any other that a record already has stays choosable. */
export const currencies: readonly string[] = [
  'USD', 'EUR', 'GBP', 'ARS', 'BOB', 'BRL', 'CAD', 'CHF', 'CLP', 'CNY', 'COP', 'CRC', 'DOP', 'GTQ', 'INR', 'JPY', 'KES', 'MAD', 'MXN', 'PEN', 'PYG', 'UYU', 'ZAR',
]
