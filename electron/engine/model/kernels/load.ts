import { PortraitError } from '../../../../shared/errors.ts';
import { instantiateFirst } from './instantiate.ts';

type N = number;

/** Exports of the kernel module; offsets are bytes in the backend's memory, counts are numbers of floats. */
export interface KernelModule {
  matmul(
    batch: N,
    m: N,
    n: N,
    k: N,
    a: N,
    aBatch: N,
    aRow: N,
    aColumn: N,
    b: N,
    bBatch: N,
    bRow: N,
    bColumn: N,
    c: N,
    work: N,
  ): void;
  matmulWork(): N;
  denseWork(outputs: N): N;
  dense(rows: N, inputs: N, outputs: N, x: N, weight: N, bias: N, y: N, yRow: N, work: N): void;
  denseGelu(rows: N, inputs: N, outputs: N, x: N, weight: N, bias: N, y: N, slope: N, work: N): void;
  denseGradient(
    rows: N,
    inputs: N,
    outputs: N,
    x: N,
    weight: N,
    dy: N,
    dyRow: N,
    dx: N,
    more: N,
    dweight: N,
    dbias: N,
    work: N,
  ): void;
  denseGeluGradient(
    rows: N,
    inputs: N,
    outputs: N,
    x: N,
    weight: N,
    dy: N,
    slope: N,
    dx: N,
    dweight: N,
    dbias: N,
    work: N,
  ): void;
  layerNormForward(rows: N, width: N, x: N, gamma: N, beta: N, eps: N, y: N, stats: N): void;
  layerNormBackward(rows: N, width: N, x: N, gamma: N, stats: N, dy: N, dx: N, dgamma: N, dbeta: N): void;
  softmaxForward(batch: N, rowsOfOne: N, keys: N, causal: N, scale: N, scores: N, mask: N, weights: N): void;
  softmaxBackward(rows: N, keys: N, scale: N, weights: N, dweights: N, dscores: N): void;
  attentionWork(length: N, size: N): N;
  attention(
    batch: N,
    length: N,
    heads: N,
    size: N,
    causal: N,
    rate: N,
    seed: N,
    queries: N,
    positions: N,
    query: N,
    keyValue: N,
    mask: N,
    context: N,
    logSums: N,
    work: N,
  ): void;
  attentionGradientWork(length: N, size: N): N;
  attentionGradient(
    batch: N,
    length: N,
    heads: N,
    size: N,
    causal: N,
    rate: N,
    seed: N,
    queries: N,
    positions: N,
    query: N,
    keyValue: N,
    mask: N,
    context: N,
    logSums: N,
    dcontext: N,
    dquery: N,
    dkeyValue: N,
    work: N,
  ): void;
  tiedLossBytes(width: N, classes: N, blockRows: N, gradients: N): N;
  tiedLoss(
    rows: N,
    width: N,
    classes: N,
    first: N,
    smoothing: N,
    expected: N,
    table: N,
    bias: N,
    targets: N,
    targetScores: N,
    ids: N,
    losses: N,
    dExpected: N,
    dTable: N,
    dBias: N,
    dTargetScores: N,
    blockRows: N,
    work: N,
  ): void;
  dropout(n: N, shortcut: N, x: N, seed: N, rate: N, y: N): void;
  adam(weights: N, table: N, rate: N, beta1: N, beta2: N, eps: N, clipNorm: N, decayFactor: N): void;
  lookup(rows: N, width: N, table: N, ids: N, out: N): void;
  embeddingSum(count: N, tables: N, rows: N, width: N, out: N): void;
  embeddingSumGradient(count: N, tables: N, rows: N, width: N, dy: N): void;
  segmentSum(rows: N, width: N, x: N, ids: N, out: N): void;
  addBias(rows: N, width: N, x: N, bias: N, y: N): void;
  columnSums(rows: N, width: N, x: N, out: N): void;
}

/** Builds of the kernels, fastest first, and their files: with relaxed SIMD, and with baseline SIMD. */
const FILES = { relaxed: 'kernels.wasm', simd: 'kernels-simd.wasm' } as const;
export type KernelBuild = keyof typeof FILES;
export const KERNEL_BUILDS: readonly KernelBuild[] = ['relaxed', 'simd'];

/** The kernels with their build, or the reason why this machine cannot run any. */
export type LoadedKernels =
  | { readonly kernels: KernelModule; readonly build: KernelBuild }
  | { readonly kernels: null; readonly build: null; readonly reason: PortraitError };

/**
 * Instantiates the first build that this machine can run, on the memory shared with the backend. Throws
 * KERNELS_MISSING.
 */
export function loadKernels(memory: WebAssembly.Memory, builds = KERNEL_BUILDS): LoadedKernels {
  const loaded = instantiateFirst(builds.map(fileOf), memory);
  if (!loaded) return { kernels: null, build: null, reason: unsupported() };
  const build = builds.find((name) => fileOf(name).href === loaded.file.href)!;
  return { kernels: loaded.exports as unknown as KernelModule, build };
}

const fileOf = (build: KernelBuild) => new URL(`./${FILES[build]}`, import.meta.url);

function unsupported(): PortraitError {
  return new PortraitError({
    code: 'KERNELS_UNSUPPORTED',
    message: 'This processor or Node.js version cannot run Portrait’s kernels, which need WebAssembly SIMD.',
    hint: 'Everything works without them, but many times slower. Use the runtime that comes with Portrait, or another computer.',
  });
}
