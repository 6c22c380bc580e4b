import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

// In a worker of our own address WebAssembly may run while the page's policy forbids it, and the page stays quick.
globalThis.addEventListener('message', async ({ data }: MessageEvent<ImageData | string>) => {
  // The first message says where the reader's code lies, so that it is one of the page's own files and kept with them.
  if (typeof data === 'string') return void prepareZXingModule({ overrides: { locateFile: () => data } })
  const found = await readBarcodes(data, { formats: ['QRCode'], maxNumberOfSymbols: 1 })
  globalThis.postMessage(found[0]?.text ?? null)
})
