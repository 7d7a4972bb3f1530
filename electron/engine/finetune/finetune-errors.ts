import { PortraitError } from '../../../shared/errors.ts';

export function noAttribute(name: string, available: readonly string[]): PortraitError {
  return new PortraitError({
    code: 'ATTRIBUTE_NOT_FOUND',
    message: `No user has declared an attribute “${name}”.`,
    hint:
      available.length > 0
        ? `There are: ${available.slice(0, 10).join(', ')}.`
        : 'Import a file of users with attributes.',
  });
}

export function oneClass(subject: string): PortraitError {
  return new PortraitError({
    code: 'ONE_CLASS',
    message: `${subject} is the same of all users that there is enough to learn from: there is nothing to tell apart.`,
    hint: 'Choose another target, fewer folds or another window of days.',
  });
}

export function notNumeric(attribute: string): PortraitError {
  return new PortraitError({
    code: 'NOT_NUMERIC',
    message: `“${attribute}” is not a number for most users who declared it.`,
    hint: 'Predict it as classes instead.',
  });
}

export function tooFewExamples(found: number, needed: number): PortraitError {
  return new PortraitError({
    code: 'TOO_FEW_EXAMPLES',
    message: `There are ${found} users to learn from or to judge by; at least ${needed} are needed.`,
    hint: 'Choose a shorter window of days or a target that more users have, or import more data.',
    details: { found, needed },
  });
}

export function tooFewPositives(name: string, found: number, needed: number): PortraitError {
  return new PortraitError({
    code: 'TOO_FEW_POSITIVES',
    message: `Only ${found} users are “${name}” in one of the parts that the data is divided into; at least ${needed} are needed.`,
    hint: 'Choose something that more users do, or a longer window of days.',
    details: { class: name, found, needed },
  });
}

export function datesNeeded(): PortraitError {
  return new PortraitError({
    code: 'TIMES_NEEDED',
    message: 'What users will do within some days cannot be learnt: some of the data was imported without dates.',
    hint: 'Choose an attribute, or import the files again with their time column.',
  });
}

export function windowTooLong(days: number, longest: number): PortraitError {
  return new PortraitError({
    code: 'WINDOW_TOO_LONG',
    message: `${days} days are too long for this data: it must hold a window for the test, one for training and a history before them.`,
    hint: longest > 0 ? `Choose at most ${longest} days.` : 'Import a longer history.',
    details: { days, longest },
  });
}

export function unknownNames(of: string, names: readonly string[], suggestions: readonly string[]): PortraitError {
  return new PortraitError({
    code: 'TARGET_UNKNOWN_NAME',
    message: `There is no ${of} ${names.map((name) => `“${name}”`).join(', ')} in this workspace.`,
    hint:
      suggestions.length > 0
        ? `Did you mean ${suggestions.map((name) => `“${name}”`).join(', ')}?`
        : 'Choose from those there are.',
    details: { names },
  });
}

export function noPurchases(): PortraitError {
  return new PortraitError({
    code: 'NO_PURCHASES',
    message: 'No action of this workspace is a purchase, or none has a price or an amount.',
    hint: 'Name the actions that count as purchases, or import events with prices.',
  });
}

export function noTexts(): PortraitError {
  return new PortraitError({
    code: 'TARGET_FOR_TEXTS',
    message: 'A rating goes with a text: it is learnt by a run that reads texts.',
    hint: 'Choose another target, or train a run on texts.',
  });
}

export function scorerMissing(run: string): PortraitError {
  return new PortraitError({
    code: 'SCORER_MISSING',
    message: `${run} kept its scores but not what it scores with: an earlier version of Portrait made it.`,
    hint: 'Predict the same again; what comes of it can score users who come later.',
    details: { run },
  });
}

export function predictionDamaged(run: string, cause: unknown): PortraitError {
  const details = { run };
  return new PortraitError(
    {
      code: 'PREDICTION_DAMAGED',
      message: `What ${run} scores with cannot be used: ${cause instanceof Error ? cause.message : cause}`,
      hint: 'Its scores stay as they are. Restore the folder of the run from a backup, or predict the same again.',
      details,
    },
    { cause },
  );
}
