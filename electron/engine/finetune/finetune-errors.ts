import { PortraitError } from '../../../shared/errors.ts';

export function noAttribute(name: string, available: readonly string[]): PortraitError {
  return new PortraitError({
    code: 'ATTRIBUTE_NOT_FOUND',
    message: `No user has an attribute “${name}”.`,
    hint:
      available.length > 0
        ? `Available attributes: ${available.slice(0, 10).join(', ')}.`
        : 'Import a file of users with attributes.',
    details: { attribute: name, available: available.slice(0, 10) },
  });
}

/** `name` is the attribute, or with `class` the class that all or none of the users have. */
export function oneClass(name: string, variant: 'attribute' | 'class' = 'attribute'): PortraitError {
  const subject = variant === 'class' ? `Whether a user is “${name}”` : name;
  return new PortraitError({
    code: 'ONE_CLASS',
    message: `${subject} is the same for all users with enough examples, so there is nothing to predict.`,
    hint: 'Choose another target, fewer folds or another prediction window.',
    details: { name, variant },
  });
}

export function notNumeric(attribute: string): PortraitError {
  return new PortraitError({
    code: 'NOT_NUMERIC',
    message: `“${attribute}” is not numeric for most users.`,
    hint: 'Predict it as classes instead.',
    details: { attribute },
  });
}

export function tooFewExamples(found: number, needed: number): PortraitError {
  return new PortraitError({
    code: 'TOO_FEW_EXAMPLES',
    message: `There are only ${found} users for training or evaluation; at least ${needed} are needed.`,
    hint: 'Choose a shorter prediction window or a target that more users have, or import more data.',
    details: { found, needed },
  });
}

export function tooFewPositives(name: string, found: number, needed: number): PortraitError {
  return new PortraitError({
    code: 'TOO_FEW_POSITIVES',
    message: `Only ${found} users are “${name}” in one of the data splits; at least ${needed} are needed.`,
    hint: 'Choose a more frequent target, or a longer prediction window.',
    details: { class: name, found, needed },
  });
}

export function datesNeeded(): PortraitError {
  return new PortraitError({
    code: 'TIMES_NEEDED',
    message: 'Future behaviour cannot be predicted, because some of the data was imported without dates.',
    hint: 'Predict an attribute, or import the files again with their time column.',
    details: { variant: 'future' },
  });
}

export function windowTooLong(days: number, longest: number): PortraitError {
  return new PortraitError({
    code: 'WINDOW_TOO_LONG',
    message: `A prediction window of ${days} days is too long for this data, which must cover a test window, a training window and a history before them.`,
    hint: longest > 0 ? `Choose at most ${longest} days.` : 'Import a longer history.',
    details: { days, longest },
  });
}

export function unknownNames(of: string, names: readonly string[], suggestions: readonly string[]): PortraitError {
  return new PortraitError({
    code: 'TARGET_UNKNOWN_NAME',
    message: `This workspace has no ${of} ${names.map((name) => `“${name}”`).join(', ')}.`,
    hint:
      suggestions.length > 0
        ? `Did you mean ${suggestions.map((name) => `“${name}”`).join(', ')}?`
        : 'Choose an existing name.',
    details: { kind: of, names, nearest: suggestions },
  });
}

export function noPurchases(): PortraitError {
  return new PortraitError({
    code: 'NO_PURCHASES',
    message: 'This workspace has no purchases, or they have no price or amount.',
    hint: 'Specify the actions that count as purchases, or import events with prices.',
  });
}

export function noTexts(): PortraitError {
  return new PortraitError({
    code: 'TARGET_FOR_TEXTS',
    message: 'Ratings belong to texts and are predicted by a text model.',
    hint: 'Choose another target, or train a model on texts.',
  });
}

export function scorerMissing(run: string): PortraitError {
  return new PortraitError({
    code: 'SCORER_MISSING',
    message: `${run} has scores but not the weights to score users again: it was made by an earlier version of Portrait.`,
    hint: 'Train the same prediction again. The new one can score new users.',
    details: { run },
  });
}

export function predictionDamaged(run: string, cause: unknown): PortraitError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new PortraitError(
    {
      code: 'PREDICTION_DAMAGED',
      message: `The weights of ${run} cannot be used: ${reason}`,
      hint: 'Existing scores are kept. Restore the folder of the run from a backup, or train the same prediction again.',
      details: { run },
    },
    { cause },
  );
}
