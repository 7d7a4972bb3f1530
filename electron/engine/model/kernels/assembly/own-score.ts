// Each row's score of its own class before the scores of classes that all rows share, and the way back for gradients.
import { splat } from './simd';

/** Far below any score, so that its exponential is nothing; not so far that a difference of two would overflow. */
const NOTHING: f32 = -1e30;

/** out[r] = own[r], then scores[r][c] + shifts[c], NOTHING where candidate c is the row's own. out: rows of 1 + n floats. */
export function joinOwn(rows: i32, n: i32, own: usize, scores: usize, ids: usize, shifts: usize, targets: usize, out: usize): void {
  const whole = n & ~3;
  for (let r = 0; r < rows; r++) {
    const target = i32.load(targets + (<usize>r << 2));
    f32.store(out, f32.load(own + (<usize>r << 2)));
    out += 4;
    for (let c = 0; c < whole; c += 4) {
      const at = <usize>c << 2;
      const mine = i32x4.eq(v128.load(ids + at), i32x4.splat(target));
      const shifted = f32x4.add(v128.load(scores + at), v128.load(shifts + at));
      v128.store(out + at, v128.bitselect(splat(NOTHING), shifted, mine));
    }
    for (let c = whole; c < n; c++) {
      const at = <usize>c << 2;
      f32.store(out + at, i32.load(ids + at) == target ? NOTHING : f32.load(scores + at) + f32.load(shifts + at));
    }
    out += <usize>n << 2;
    scores += <usize>n << 2;
  }
}

/** The gradients of `own` and `scores`, from that of `out`; it is nothing already where a candidate was the row's own. */
export function splitOwn(rows: i32, n: i32, dout: usize, down: usize, dscores: usize): void {
  const bytes = <usize>n << 2;
  for (let r = 0; r < rows; r++) {
    f32.store(down + (<usize>r << 2), f32.load(dout));
    memory.copy(dscores, dout + 4, bytes);
    dout += bytes + 4;
    dscores += bytes;
  }
}
