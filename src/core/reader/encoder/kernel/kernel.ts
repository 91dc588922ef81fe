/** Instantiates the compiled kernel.c. Addresses are bytes from the start of `memory`. */
import { KERNEL } from './kernel-binary.ts';

/** Block size of product() in kernel.c: buffers hold whole groups of tokens, weights whole groups of columns. */
export const TOKEN_GROUP = 4;
export const COLUMN_GROUP = 8;

const PAGE_BYTES = 65_536;
/** The first page belongs to the compiler. */
export const FIRST_FREE_BYTE = PAGE_BYTES;

/** Documented in kernel.c, with shapes. */
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

/** The part used here; Node's types do not declare it. */
declare const WebAssembly: {
  Memory: new (size: { initial: number; maximum: number }) => { readonly buffer: ArrayBuffer };
  Module: new (binary: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: unknown };
};

/** @param bytes its fixed memory size, its first page included. */
export function instantiateKernel(bytes: number): Kernel {
  const pages = Math.ceil(bytes / PAGE_BYTES);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const loops = new WebAssembly.Instance(new WebAssembly.Module(decodeKernel()), { env: { memory } })
    .exports as KernelExports;
  return { ...loops, memory: memory.buffer };
}

/** The compiled kernel.c. */
export function decodeKernel(): Uint8Array {
  return Uint8Array.from(atob(KERNEL), (char) => char.charCodeAt(0));
}
