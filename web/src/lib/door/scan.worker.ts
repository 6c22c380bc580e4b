import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

// In a worker of our own address WebAssembly may run while the page's policy forbids it, and the page stays quick.
void prepareZXingModule({ overrides: { locateFile: () => wasm } })

globalThis.addEventListener('message', async ({ data }: MessageEvent<ImageData>) => {
  const found = await readBarcodes(data, { formats: ['QRCode'], maxNumberOfSymbols: 1 })
  globalThis.postMessage(found[0]?.text ?? null)
})
