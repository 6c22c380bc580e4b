/** What a spreadsheet would take for a formula, behind any number of apostrophes. */
const formula = /^'*[=+\-@\t\r]/

/** A cell that no spreadsheet runs as a formula: one apostrophe more in front of what looks like one. */
export const safeCell = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** The text of a cell without the apostrophe that `safeCell` put in front. */
export const bareCell = (cell: string): string => (cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell)
