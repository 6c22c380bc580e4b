/** Characters that a cell of a spreadsheet may hold. */
export const cellLimit = 32_767
/** How a text ends of which a cell holds the beginning alone. */
export const cutMark = '…'
