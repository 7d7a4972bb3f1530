/** Interval and maximum number of the texts held out for validation. */
const VALIDATION_EVERY = 20;
const MAX_VALIDATION = 400;

const isValidation = (index: number) =>
  index % VALIDATION_EVERY === VALIDATION_EVERY - 1 && index < MAX_VALIDATION * VALIDATION_EVERY;

/** Splits texts into training and validation texts. */
export function splitTexts<T>(texts: readonly T[]): { training: T[]; validation: T[] } {
  return {
    training: texts.filter((_, index) => !isValidation(index)),
    validation: texts.filter((_, index) => isValidation(index)),
  };
}
