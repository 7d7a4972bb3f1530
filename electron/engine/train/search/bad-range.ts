import { type InvalidRange, SEARCHABLE } from '../../../../shared/domain/search-ranges.ts';
import { PortraitError } from '../../../../shared/errors.ts';

const problems = {
  setting: ({ setting }: InvalidRange) => `${setting} is not searched for`,
  order: ({ setting, from, to }: InvalidRange) => `${setting}: from ${from} is above to ${to}`,
  log: ({ setting }: InvalidRange) => `${setting}: magnitudes begin above 0`,
  value: ({ setting, value, problem }: InvalidRange) => `${setting}: ${value} cannot be (${problem})`,
  heads: () => 'width must be a multiple of heads',
};

/** Returns BAD_RANGE. Its message states every error; its details are those of the first, with the other settings. */
export function badRange(first: InvalidRange, others: readonly InvalidRange[] = []): PortraitError {
  const sentences = [first, ...others].map((error) => problems[error.variant](error));
  const { variant, setting, from = null, to = null, value = null } = first;
  const otherSettings = [...new Set(others.map((error) => error.setting))].filter((name) => name !== setting);
  return new PortraitError({
    code: 'BAD_RANGE',
    message: `The search space is invalid. ${sentences.join('; ')}.`,
    hint: `Correct the settings named. Searchable settings: ${SEARCHABLE.join(', ')}.`,
    details: { variant, setting, from, to, value, otherSettings, searchable: SEARCHABLE },
  });
}
