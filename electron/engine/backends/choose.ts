import type { BackendReport, RequestedBackend } from '../../../shared/contract/backends.ts';
import type { BackendName } from '../../../shared/domain/backends.ts';

/** Training rate that each further thread adds, relative to the first. */
const EXTRA_THREAD_SHARE = 0.7;

/**
 * Returns the backend that models run on: the requested one unless it failed to start, otherwise the fastest of those
 * with correct results; `wasm` is rated with all of its threads together. A GPU emulated in software is never chosen;
 * `wasm` is the default if nothing is known.
 */
export function choose(requested: RequestedBackend, findings: readonly BackendReport[], threads: number): BackendName {
  if (requested !== 'auto')
    return findings.some((finding) => finding.name === requested && cannotStart(finding)) ? 'wasm' : requested;
  let best: BackendName = 'wasm';
  let most = 0;
  for (const { name, rate, software, error } of findings) {
    if (rate === null || software || error) continue;
    const totalRate = name === 'wasm' ? rate * (1 + EXTRA_THREAD_SHARE * (threads - 1)) : rate;
    if (totalRate > most) [best, most] = [name, totalRate];
  }
  return best;
}

const cannotStart = ({ device, error }: BackendReport) => device === null && error !== null;
