import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

// In a worker of our own address WebAssembly may run while the page's policy forbids it, and the page stays quick.

async function read(picture: ImageData): Promise<void> {
  const found = await readBarcodes(picture, { formats: ['QRCode'], maxNumberOfSymbols: 1 })
  postMessage(found[0]?.text ?? null, {})
}

addEventListener('message', ({ data }: MessageEvent<ImageData | string>) => {
  // The first message says where the reader's code lies, so that it is one of the page's own files and kept with them.
  if (typeof data === 'string') prepareZXingModule({ overrides: { locateFile: () => data } })
  else void read(data)
})
