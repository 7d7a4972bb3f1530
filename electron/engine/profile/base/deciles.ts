export const DECILES = 10;

/**
 * Deciles of customers by net revenue: 0 for the highest tenth to 9; NO_DECILE where revenue is NaN (unknown). Of equal
 * revenues the earlier row comes first, so that the sizes of deciles differ by one at most.
 */
export function decilesOf(spent: Float64Array): Uint8Array {
  const known = Int32Array.from(spent.keys()).filter((row) => !Number.isNaN(spent[row]!));
  const order = known.sort((a, b) => spent[b]! - spent[a]! || a - b);
  const deciles = new Uint8Array(spent.length).fill(NO_DECILE);
  for (let place = 0; place < order.length; place++)
    deciles[order[place]!] = Math.floor((DECILES * place) / order.length);
  return deciles;
}

export const NO_DECILE = 255;
