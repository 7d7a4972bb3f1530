import type { BackendFinding, BackendWish } from '../../../shared/contract/backends.ts';
import type { BackendName } from '../../../shared/domain/backends.ts';

/** What each thread after the first adds, beside what the first one learns alone. */
const SHARE_OF_ANOTHER = 0.7;

/**
 * The backend that models run on: the one that is wished for unless it could not be started, else the fastest of those whose
 * numbers are right, `wasm` being as fast as all of its threads together. A processor that plays a GPU is never chosen;
 * `wasm` is where nothing is known.
 */
export function choose(wish: BackendWish, findings: readonly BackendFinding[], threads: number): BackendName {
  if (wish !== 'auto') return findings.some((one) => one.name === wish && cannotStart(one)) ? 'wasm' : wish;
  let best: BackendName = 'wasm';
  let most = 0;
  for (const { name, rate, software, error } of findings) {
    if (rate === null || software || error) continue;
    const inAll = name === 'wasm' ? rate * (1 + SHARE_OF_ANOTHER * (threads - 1)) : rate;
    if (inAll > most) [best, most] = [name, inAll];
  }
  return best;
}

const cannotStart = ({ device, error }: BackendFinding) => device === null && error !== null;
