/** Returns the channels of a colour written as #rrggbb, 0 to 255. */
export function rgbOf(hex: string): [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Returns three bytes per point: the channels of `colours[codes[i]]`. */
export function pointColours(codes: Float32Array, colours: readonly string[]): Uint8Array {
  const channels = Uint8Array.from(colours.flatMap(rgbOf));
  const rgb = new Uint8Array(codes.length * 3);
  for (let i = 0; i < codes.length; i++) {
    const at = 3 * codes[i]!;
    rgb[3 * i] = channels[at]!;
    rgb[3 * i + 1] = channels[at + 1]!;
    rgb[3 * i + 2] = channels[at + 2]!;
  }
  return rgb;
}
