/** A moment, and whether its time of day is shown. */
export type Moment = { readonly at: Date; readonly shows: 'day' | 'moment' }
/** What a cell of a workbook holds. */
export type SheetCell = string | number | boolean | Moment | null
/** A sheet of a workbook: headings, and rows that come in batches. */
export type Sheet = {
  readonly name: string
  readonly headings: readonly string[]
  /** For texts to read: long ones go on in further lines of their cell. */
  readonly wraps?: boolean
  readonly batches: AsyncIterable<SheetRows> | Iterable<SheetRows>
}
export type SheetRows = readonly (readonly SheetCell[])[]
