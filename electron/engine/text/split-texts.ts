/** Every so-manieth text is kept from training for validation, up to some hundred. */
const HELD_EVERY = 20;
const MOST_HELD = 400;

const isHeld = (index: number) => index % HELD_EVERY === HELD_EVERY - 1 && index < MOST_HELD * HELD_EVERY;

/** Texts that are learnt from and those that are not. */
export function apartFrom<T>(texts: readonly T[]): { training: T[]; held: T[] } {
  return {
    training: texts.filter((_, index) => !isHeld(index)),
    held: texts.filter((_, index) => isHeld(index)),
  };
}
