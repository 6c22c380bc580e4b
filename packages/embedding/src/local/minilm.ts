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

/** What the parts of the model are built with. */
class Parts {
  readonly graph = new OnnxGraph()
  readonly tensors: Tensors

  constructor(tensors: Tensors) {
    this.tensors = tensors
  }

  number(value: number): string {
    return this.graph.constant('float', [], Float32Array.of(value))
  }

  shape(...sizes: readonly number[]): string {
    return this.graph.constant('int64', [sizes.length], BigInt64Array.from(sizes, BigInt))
  }

  turned(x: string, perm: readonly number[]): string {
    return this.graph.step('Transpose', [x], { perm })
  }

  normed(x: string, name: string): string {
    const vector = (part: string): string => this.graph.constant('float', [dims], this.tensors(`${name}.${part}`, dims))
    return this.graph.step('LayerNormalization', [x, vector('weight'), vector('bias')], { epsilon, axis: 1 })
  }

  /** x·W + b in small integers; W is written a row for each output. */
  linear(x: string, weights: Float32Array, bias: Float32Array, width: number): string {
    const { graph } = this
    const { values, scales } = quantise(weights, width, steps)
    const outputs = bias.length
    const [small = '', scale = '', zero = ''] = graph.steps('DynamicQuantizeLinear', [x], 3)
    const matrix = graph.constant('int8', [width, outputs], transposed(values, outputs, width))
    const sums = graph.step('Cast', [graph.step('MatMulInteger', [small, matrix, zero])], { to: 1 })
    const unit = graph.step('Mul', [graph.constant('float', [outputs], scales), scale])
    return graph.step('Add', [graph.step('Mul', [sums, unit]), graph.constant('float', [outputs], bias)])
  }

  dense(x: string, name: string, outputs: number, width: number): string {
    const weights = this.tensors(`${name}.weight`, outputs * width)
    return this.linear(x, weights, this.tensors(`${name}.bias`, outputs), width)
  }
}

/** Each word's own vector and that of its place. */
function beginning(parts: Parts): string {
  const { graph, tensors } = parts
  const words = graph.input('words')
  const places = graph.input('places')
  const table = quantise(tensors('embeddings.word_embeddings.weight', vocabulary * dims), dims, 127)
  const small = graph.step('Gather', [graph.constant('int8', [vocabulary, dims], table.values), words])
  const scales = graph.step('Gather', [graph.constant('float', [vocabulary, 1], table.scales), words])
  const word = graph.step('Mul', [graph.step('Cast', [small], { to: 1 }), scales])
  // All texts are of the first kind, so what marks it is part of every place.
  const kind = tensors('embeddings.token_type_embeddings.weight', 2 * dims)
  const place = tensors('embeddings.position_embeddings.weight', positions * dims).map(
    (value, at) => value + (kind[at % dims] ?? 0),
  )
  const placed = graph.step('Gather', [graph.constant('float', [positions, dims], place), places])
  return parts.normed(graph.step('Add', [word, placed]), 'embeddings.LayerNorm')
}

/** What each word hears of the others. */
function attention(parts: Parts, x: string, name: string): string {
  const { graph, tensors } = parts
  // Asking is scaled beforehand, so that it need not be with each text.
  const scaled = (which: string, part: string, length: number): Float32Array =>
    tensors(`${name}.self.${which}.${part}`, length).map((value) =>
      which === 'query' ? value / Math.sqrt(headWidth) : value,
    )
  const all = (part: string, length: number): Float32Array =>
    joined(['query', 'key', 'value'].map((which) => scaled(which, part, length)))
  const together = parts.linear(x, all('weight', dims * dims), all('bias', dims), dims)
  const [q = '', k = '', v = ''] = graph
    .steps('Split', [together, parts.shape(dims, dims, dims)], 3, { axis: 1 })
    .map((rows) => graph.step('Reshape', [rows, parts.shape(0, heads, headWidth)]))
  const likeness = graph.step('MatMul', [parts.turned(q, [1, 0, 2]), parts.turned(k, [1, 2, 0])])
  const heard = graph.step('MatMul', [graph.step('Softmax', [likeness], { axis: 2 }), parts.turned(v, [1, 0, 2])])
  const flat = graph.step('Reshape', [parts.turned(heard, [1, 0, 2]), parts.shape(0, dims)])
  return parts.dense(flat, `${name}.output.dense`, dims, dims)
}

/** What each word makes of what it heard. */
function thought(parts: Parts, x: string, name: string): string {
  const { graph } = parts
  const wide = parts.dense(x, `${name}.intermediate.dense`, inner, dims)
  const erf = graph.step('Erf', [graph.step('Mul', [wide, parts.number(Math.SQRT1_2)])])
  const half = graph.step('Mul', [wide, parts.number(0.5)])
  const bent = graph.step('Mul', [half, graph.step('Add', [erf, parts.number(1)])])
  return parts.dense(bent, `${name}.output.dense`, dims, inner)
}

/** The model as an ONNX file of small integers: word numbers in, one vector of length one out. One text a run. */
export function minilm(tensors: Tensors): Buffer {
  const parts = new Parts(tensors)
  const { graph } = parts
  let x = beginning(parts)
  for (let layer = 0; layer < layers; layer += 1) {
    const name = `encoder.layer.${layer}`
    const heard = attention(parts, x, `${name}.attention`)
    x = parts.normed(graph.step('Add', [x, heard]), `${name}.attention.output.LayerNorm`)
    x = parts.normed(graph.step('Add', [x, thought(parts, x, name)]), `${name}.output.LayerNorm`)
  }
  const mean = graph.step('ReduceMean', [x], { axes: [0], keepdims: 0 })
  const length = graph.step('ReduceL2', [mean], { axes: [0], keepdims: 1 })
  graph.output('meaning', graph.step('Div', [mean, length]), dims)
  return graph.bytes()
}
