import { OnnxGraph } from './onnx-graph.ts'
import type { Tensors } from './safetensors.ts'

/** all-MiniLM-L6-v2: a small BERT. */
export const dims = 384
const layers = 6
const heads = 12
const headWidth = dims / heads
const inner = 4 * dims
const vocabulary = 30_522
const positions = 512
const epsilon = { float: 1e-12 }

/** Weights get seven bits: with eight, older processors overflow where newer ones do not, and bytes would differ. */
const steps = 63

type Quantised = { readonly values: Int8Array; readonly scales: Float32Array }

/** Rows of numbers as small integers, each row with its own scale. */
function quantise(rows: Float32Array, width: number, largest: number): Quantised {
  const values = new Int8Array(rows.length)
  const scales = new Float32Array(rows.length / width)
  for (let row = 0; row < scales.length; row += 1) {
    let most = 0
    for (let at = row * width; at < (row + 1) * width; at += 1) most = Math.max(most, Math.abs(rows[at] ?? 0))
    const scale = most === 0 ? 1 : most / largest
    scales[row] = scale
    for (let at = row * width; at < (row + 1) * width; at += 1) values[at] = Math.round((rows[at] ?? 0) / scale)
  }
  return { values, scales }
}

function transposed(values: Int8Array, rows: number, columns: number): Int8Array {
  const turned = new Int8Array(values.length)
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      turned[column * rows + row] = values[row * columns + column] ?? 0
  return turned
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** The model as an ONNX file of small integers: word numbers in, one vector of length one out. One text a run. */
export function minilm(tensors: Tensors): Buffer {
  const graph = new OnnxGraph()
  const vector = (name: string, length = dims): string => graph.constant('float', [length], tensors(name, length))
  const shape = (...sizes: readonly number[]): string =>
    graph.constant('int64', [sizes.length], BigInt64Array.from(sizes, BigInt))
  const normed = (x: string, name: string): string =>
    graph.step('LayerNormalization', [x, vector(`${name}.weight`), vector(`${name}.bias`)], { epsilon, axis: 1 })

  /** x·W + b in small integers; W is written a row for each output. */
  const linear = (x: string, weights: Float32Array, bias: Float32Array, width: number): string => {
    const { values, scales } = quantise(weights, width, steps)
    const outputs = bias.length
    const [small = '', scale = '', zero = ''] = graph.steps('DynamicQuantizeLinear', [x], 3)
    const matrix = graph.constant('int8', [width, outputs], transposed(values, outputs, width))
    const sums = graph.step('Cast', [graph.step('MatMulInteger', [small, matrix, zero])], { to: 1 })
    const unit = graph.step('Mul', [graph.constant('float', [outputs], scales), scale])
    return graph.step('Add', [graph.step('Mul', [sums, unit]), graph.constant('float', [outputs], bias)])
  }
  const dense = (x: string, name: string, outputs: number, width: number): string =>
    linear(x, tensors(`${name}.weight`, outputs * width), tensors(`${name}.bias`, outputs), width)

  const words = graph.input('words')
  const places = graph.input('places')
  const table = quantise(tensors('embeddings.word_embeddings.weight', vocabulary * dims), dims, 127)
  const rows = graph.step(
    'Cast',
    [graph.step('Gather', [graph.constant('int8', [vocabulary, dims], table.values), words])],
    { to: 1 },
  )
  const rowScales = graph.step('Gather', [graph.constant('float', [vocabulary, 1], table.scales), words])
  const kind = tensors('embeddings.token_type_embeddings.weight', 2 * dims)
  const place = tensors('embeddings.position_embeddings.weight', positions * dims).map(
    (value, at) => value + (kind[at % dims] ?? 0),
  )
  const placed = graph.step('Gather', [graph.constant('float', [positions, dims], place), places])
  let x = normed(graph.step('Add', [graph.step('Mul', [rows, rowScales]), placed]), 'embeddings.LayerNorm')

  const perHead = shape(0, heads, headWidth)
  const flat = shape(0, dims)
  const half = graph.constant('float', [], Float32Array.of(0.5))
  const one = graph.constant('float', [], Float32Array.of(1))
  const root = graph.constant('float', [], Float32Array.of(Math.SQRT1_2))
  const ownScale = 1 / Math.sqrt(headWidth)
  for (let layer = 0; layer < layers; layer += 1) {
    const name = `encoder.layer.${layer}`
    const part = (which: string): readonly [Float32Array, Float32Array] => [
      tensors(`${name}.attention.self.${which}.weight`, dims * dims),
      tensors(`${name}.attention.self.${which}.bias`, dims),
    ]
    const [asked, keys, values] = [part('query'), part('key'), part('value')]
    const scaled = asked.map((numbers) => numbers.map((value) => value * ownScale)) as [Float32Array, Float32Array]
    const weights = joined([scaled[0], keys[0], values[0]])
    const biases = joined([scaled[1], keys[1], values[1]])
    const [q = '', k = '', v = ''] = graph
      .steps('Split', [linear(x, weights, biases, dims), shape(dims, dims, dims)], 3, { axis: 1 })
      .map((rowsOf) => graph.step('Reshape', [rowsOf, perHead]))
    const attention = graph.step(
      'Softmax',
      [
        graph.step('MatMul', [
          graph.step('Transpose', [q], { perm: [1, 0, 2] }),
          graph.step('Transpose', [k], { perm: [1, 2, 0] }),
        ]),
      ],
      { axis: 2 },
    )
    const mixed = graph.step('MatMul', [attention, graph.step('Transpose', [v], { perm: [1, 0, 2] })])
    const heard = graph.step('Reshape', [graph.step('Transpose', [mixed], { perm: [1, 0, 2] }), flat])
    const own = dense(heard, `${name}.attention.output.dense`, dims, dims)
    x = normed(graph.step('Add', [x, own]), `${name}.attention.output.LayerNorm`)
    const wide = dense(x, `${name}.intermediate.dense`, inner, dims)
    const erf = graph.step('Add', [graph.step('Erf', [graph.step('Mul', [wide, root])]), one])
    const gelu = graph.step('Mul', [graph.step('Mul', [wide, half]), erf])
    x = normed(graph.step('Add', [x, dense(gelu, `${name}.output.dense`, dims, inner)]), `${name}.output.LayerNorm`)
  }
  const mean = graph.step('ReduceMean', [x], { axes: [0], keepdims: 0 })
  graph.output('meaning', graph.step('Div', [mean, graph.step('ReduceL2', [mean], { axes: [0], keepdims: 1 })]), dims)
  return graph.bytes()
}
