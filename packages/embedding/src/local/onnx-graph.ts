import { bytes, float, message, number, text, varint } from './protobuf.ts'

const kinds = { float: 1, int8: 3, int64: 7 } as const
type Kind = keyof typeof kinds
type Attribute = number | readonly number[] | { readonly float: number }

/** Versions this graph is written for (ONNX 1.12). */
const irVersion = 8
const opset = 17

function attribute(name: string, value: Attribute): Buffer {
  if (typeof value === 'number') return message(5, text(1, name), number(3, value), number(20, 2))
  if ('float' in value) return message(5, text(1, name), float(2, value.float), number(20, 1))
  return message(5, text(1, name), bytes(8, Buffer.concat(value.map(varint))), number(20, 7))
}

/** A computation as ONNX writes it down; every step gives the name of what it computes. */
export class OnnxGraph {
  readonly #nodes: Buffer[] = []
  readonly #constants: Buffer[] = []
  readonly #ends: Buffer[] = []

  #name(): string {
    return `v${this.#nodes.length}_${this.#constants.length}`
  }

  /** A step with one result. */
  step(operator: string, inputs: readonly string[], attributes: Readonly<Record<string, Attribute>> = {}): string {
    return this.steps(operator, inputs, 1, attributes)[0] ?? ''
  }

  /** A step with several results. */
  steps(
    operator: string,
    inputs: readonly string[],
    results: number,
    attributes: Readonly<Record<string, Attribute>> = {},
  ): readonly string[] {
    const name = this.#name()
    const outputs = Array.from({ length: results }, (_, place) => `${name}_${place}`)
    this.#nodes.push(
      message(
        1,
        ...inputs.map((input) => text(1, input)),
        ...outputs.map((output) => text(2, output)),
        text(3, name),
        text(4, operator),
        ...Object.entries(attributes).map(([key, value]) => attribute(key, value)),
      ),
    )
    return outputs
  }

  constant(kind: Kind, dims: readonly number[], values: Float32Array | Int8Array | BigInt64Array): string {
    const name = this.#name()
    const raw = new Uint8Array(values.buffer, values.byteOffset, values.byteLength)
    const shape = dims.map((dim) => number(1, dim))
    this.#constants.push(message(5, ...shape, number(2, kinds[kind]), text(8, name), bytes(9, raw)))
    return name
  }

  /** A row of numbers that is given with each run, of any length. */
  input(name: string): string {
    const shape = message(2, message(1, text(2, 'length')))
    this.#ends.push(message(11, text(1, name), message(2, message(1, number(1, kinds.int64), shape))))
    return name
  }

  /** Gives a result its name. */
  output(name: string, result: string, length: number): void {
    this.#nodes.push(message(1, text(1, result), text(2, name), text(4, 'Identity')))
    const shape = message(2, message(1, number(1, length)))
    this.#ends.push(message(12, text(1, name), message(2, message(1, number(1, kinds.float), shape))))
  }

  bytes(): Buffer {
    const graph = message(7, ...this.#nodes, text(2, 'enlace'), ...this.#constants, ...this.#ends)
    return Buffer.concat([number(1, irVersion), graph, message(8, text(1, ''), number(2, opset))])
  }
}
