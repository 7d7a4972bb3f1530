import type { ProfileQuality } from '../../../shared/contract/profile-quality.ts';
import { count, measure, paragraphs, table } from '../text.ts';

const FEATURES = ['vector', 'counts', 'union', 'aggregates', 'svd', 'random'] as const;

/** Describes the quality of profiles as text: a row for each target, then stability and neighbours. */
export function describeProfileQuality(quality: ProfileQuality): string {
  const { run, users, dimensions, probes, skipped, sawFuture } = quality;
  const rows = probes.map((probe) => [
    probe.days === null ? probe.target : `${probe.target} within ${probe.days} days`,
    probe.metric,
    count(probe.users),
    ...FEATURES.map((feature) => measure(probe[feature])),
    `${signed(probe.gain.low)} to ${signed(probe.gain.high)}`,
  ]);
  const headings = ['', 'metric', 'users', ...FEATURES, 'union − counts, 95 %'];
  const hasFuture = probes.some(({ days }) => days !== null);
  return paragraphs(
    `${run}: vectors of ${count(users)} users, ${dimensions} dimensions, frozen, under linear probes`,
    table(rows, headings),
    skipped.map(({ target, reason }) => `${target} has no probe: ${reason}`).join('\n'),
    hasFuture && sawFuture ? SAW_FUTURE : '',
    stability(quality),
    neighbours(quality),
  );
}

const SAW_FUTURE =
  'The model was also trained on events of that window, so its figures are an upper bound. Train with --set until=MILLISECONDS for a strict test.';

function stability({ ownHalf }: ProfileQuality): string {
  const rows = (['vector', 'counts', 'random'] as const).map((name) => {
    const recall = name === 'vector' ? ownHalf : ownHalf[name];
    return [name, measure(recall['recall@1']), measure(recall['recall@10'])];
  });
  return `The other half of the own history is nearest (${count(ownHalf.users)} users)\n${table(rows, ['', 'recall@1', 'recall@10'])}`;
}

function neighbours({ neighbours: agreement }: ProfileQuality): string {
  if (!agreement) return '';
  const { of, days, users, vector, counts, random } = agreement;
  const rows = Object.entries({ vector, counts, random }).map(([name, value]) => [name, measure(value)]);
  return `Agreement with the ten nearest users by ${of} in the ${days} days after (Jaccard index, ${count(users)} users)\n${table(rows)}`;
}

const signed = (value: number) => `${value >= 0 ? '+' : '−'}${measure(Math.abs(value))}`;
