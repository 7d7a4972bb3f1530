import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { startWasm } from '../electron/engine/model/kernels/register.ts';
import type { Bench, Row } from './row.ts';
import { BEHAVIOURS, describeStep, shapeOf, stepTime, WIDTHS } from './support/training-step.ts';

/**
 * Behaviours a second of processor time, in a training step of the two-layer encoder, beside PyTorch on one thread and plain
 * TensorFlow.js without our kernels.
 */
const bench: Bench = async () => {
  await startWasm();
  return WIDTHS.flatMap((width) => {
    const ours = BEHAVIOURS / stepTime(width).cpu;
    const beside = (peer: string, measured: { seconds: number } | null): Row => {
      const peerFigure = measured && BEHAVIOURS / measured.seconds;
      return {
        case: describeStep(width),
        figure: ours,
        unit: 'behaviours/CPU s',
        peer,
        peerFigure,
        ratio: peerFigure && ours / peerFigure,
      };
    };
    const torch = torchStep(width);
    const name = torch ? `PyTorch ${torch.version}, 1 thread` : 'PyTorch (not installed)';
    return [beside(name, torch), beside('TensorFlow.js wasm, plain operations', stockStep(width))];
  });
};
export default bench;

/** Median processor seconds of a peer's step, and which peer it was. */
const Peer = z.object({ seconds: z.number(), version: z.string() });
type Peer = z.infer<typeof Peer>;

const support = (file: string) => fileURLToPath(new URL(`./support/${file}`, import.meta.url));

/** The same by PyTorch, where a Python that has it is found: Debian's lies apart from others. */
function torchStep(width: number): Peer | null {
  for (const python of ['python3', '/usr/bin/python3']) {
    const measured = runPeer(python, [support('torch-step.py'), shapeOf(width)]);
    if (measured) return measured;
  }
  return null;
}

/** The same in plain TensorFlow.js operations, in a process of its own, since our kernels replace its product. */
function stockStep(width: number): Peer | null {
  return runPeer(process.execPath, [support('stock-step.ts'), shapeOf(width)]);
}

/** Runs a peer's script, without settings that would slow down its linear algebra; null where it cannot run. */
function runPeer(command: string, args: string[]): Peer | null {
  const { OPENBLAS_CORETYPE: _core, OPENBLAS_L2_SIZE: _cache, ...env } = process.env;
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env });
  return status === 0 ? Peer.parse(JSON.parse(stdout)) : null;
}
