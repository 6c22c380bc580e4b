/** Whether pages are looked at in all four looks: asked for by `LOOKS=all`, or where pictures are taken. */
export const allLooks = process.env['LOOKS'] === 'all' || process.env['PICTURES'] !== undefined
