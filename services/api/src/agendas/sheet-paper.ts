import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { once } from 'node:events'

import PdfKit from 'pdfkit'

const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')
/** Bytes that may wait for whoever reads; beyond them no page is made. */
const mostWaiting = 256 * 1024
const margin = 56

export type PaperRow = {
  /** What the last print says; null where it is the same. */
  readonly old: string | null
  /** When it is now; null where it is off. */
  readonly now: string | null
  readonly title: string
  readonly place: string
  readonly mark: string
}

/** Sheets of A4 paper that are handed on while they are made, so that a thousand of them need no more memory than a few. */
export class SheetPaper {
  readonly stream: PDFKit.PDFDocument

  constructor(title: string, language: string) {
    this.stream = new PdfKit({ size: 'A4', margin, autoFirstPage: false, lang: language, info: { Title: title } })
    // A subset of each goes into the file: the letters that are used.
    this.stream.registerFont('plain', join(fonts, 'DejaVuSans.ttf'))
    this.stream.registerFont('bold', join(fonts, 'DejaVuSans-Bold.ttf'))
  }

  /** Begins a sheet once there is room for one. */
  async sheet(title: string, note: string): Promise<void> {
    while (this.stream.readableLength > mostWaiting && !this.stream.destroyed)
      await Promise.race([once(this.stream, 'data'), new Promise((resolve) => setTimeout(resolve, 20))])
    this.stream.addPage()
    this.stream.font('bold').fontSize(18).fillColor('black').text(title)
    this.stream.font('plain').fontSize(9).fillColor('#555').text(note).fillColor('black').moveDown(1.2)
  }

  /** What lies at a time: what the last print says is struck through, what is said now stands out where it is other. */
  row({ old, now, title, place, mark }: PaperRow): void {
    const { stream } = this
    // What begins on a sheet ends on it.
    if (stream.y > stream.page.height - margin - 60) stream.addPage()
    if (old !== null) stream.font('plain').fontSize(10).fillColor('#555').text(old, { strike: true }).fillColor('black')
    if (now !== null)
      stream
        .font(mark === '' ? 'plain' : 'bold')
        .fontSize(12)
        .text(`${now}   ${title}`)
    const under = [now === null ? '' : place, mark === '' ? '' : `● ${mark}`].filter((part) => part !== '').join('   ')
    if (under !== '') stream.font('plain').fontSize(10).fillColor('#333').text(under).fillColor('black')
    stream.moveDown(0.6)
  }

  /** A labelled line to read before a meeting. */
  line(label: string, text: string): void {
    this.stream.font('bold').fontSize(8.5).text(`${label}: `, { continued: true, indent: 16 })
    this.stream.font('plain').text(text)
  }

  gap(): void {
    this.stream.moveDown(0.8)
  }

  /** A line of a list. */
  item(text: string): void {
    this.stream.font('plain').fontSize(10).text(text)
  }

  end(): void {
    this.stream.end()
  }

  /** Breaks off, so that whoever reads does not take a part for the whole. */
  fail(error: unknown): void {
    this.stream.destroy(error instanceof Error ? error : new Error(String(error)))
  }
}
