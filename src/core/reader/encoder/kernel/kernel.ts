/** The compiled loops of kernel.c, as functions. Addresses are bytes from the start of `memory`. */
import { KERNEL } from './kernel-binary.ts';

/** What product() works on at once (kernel.c): buffers have room for whole groups of tokens, weights for whole groups of columns. */
export const TOKEN_GROUP = 4;
export const COLUMN_GROUP = 8;

const PAGE_BYTES = 65_536;
/** The first page is the compiler's. */
export const FIRST_FREE_BYTE = PAGE_BYTES;

/** kernel.c says what each does and what shapes it wants. */
interface KernelExports {
  quantise(from: number, tokens: number, width: number, most: number, to: number, scales: number): void;
  product(
    from: number,
    scales: number,
    weights: number,
    steps: number,
    bias: number,
    to: number,
    tokens: number,
    width: number,
    columns: number,
  ): void;
  attention(
    from: number,
    tokens: number,
    askers: number,
    heads: number,
    width: number,
    scale: number,
    scratch: number,
    to: number,
  ): void;
  gelu(values: number, count: number): void;
  normalise(
    values: number,
    add: number,
    gain: number,
    shift: number,
    tokens: number,
    width: number,
    epsilon: number,
  ): void;
}

export interface Kernel extends KernelExports {
  readonly memory: ArrayBuffer;
}

/** As much of the standard's object as is used here; Node's types do not declare it. */
declare const WebAssembly: {
  Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  Module: new (binary: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** @param bytes of memory it gets, once and for all, its own first page included. */
export function instantiateKernel(bytes: number): Kernel {
  const pages = Math.ceil(bytes / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const loops = new WebAssembly.Instance(new WebAssembly.Module(decodeKernel()), { env: { memory } })
    .exports as KernelExports;
  return { ...loops, memory: memory.buffer };
}

/** The compiled kernel.c. */
export function decodeKernel(): Uint8Array {
  return Uint8Array.from(atob(KERNEL), (letter) => letter.charCodeAt(0));
}
