import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import type { Predicted } from '../../../../shared/contract/portrait.ts';
import { useFormat } from '../../../base/format.ts';
import { hashOf } from '../../../base/route.ts';
import { Card } from '../../../components/Card.tsx';
import { classText } from '../../../predictions/class-text.ts';
import { formatMetric } from '../../../predictions/metric-text.ts';
import { predictionTitle } from '../../../predictions/prediction-title.ts';
import { Fact, Facts } from './Facts.tsx';

type TraitsCardProps = Pick<Output<'profile.user'>, 'attributes' | 'predictions' | 'segments'>;

/** Declared attributes, predictions and segments of a user. Renders nothing if there are none. */
export function TraitsCard({ attributes, predictions, segments }: TraitsCardProps) {
  const { t } = useTranslation();
  if (attributes.size === 0 && predictions.length === 0 && segments.length === 0) return null;
  return (
    <Card title={t('users.traits.title')}>
      <Stack gap="sm">
        {attributes.size > 0 && (
          <div>
            <Title order={3} fz="sm" mb={2}>
              {t('users.traits.declared')}
            </Title>
            <Facts>
              {[...attributes].map(([name, value]) => (
                <Fact key={name} label={name} value={value} />
              ))}
            </Facts>
          </div>
        )}
        {predictions.length > 0 && (
          <div>
            <Title order={3} fz="sm" mb={2}>
              {t('users.traits.predicted')}
            </Title>
            <Facts>
              {predictions.map((prediction) => (
                <PredictedFact key={prediction.run} prediction={prediction} />
              ))}
            </Facts>
          </div>
        )}
        {segments.length > 0 && (
          <div>
            <Title order={3} fz="sm" mb={2}>
              {t('app.segments')}
            </Title>
            <Group gap="4px 12px">
              {segments.map(({ name, size }) => (
                <Text key={name} size="sm">
                  <Anchor inherit href={hashOf('segments', name)}>
                    {name}
                  </Anchor>{' '}
                  <Text span size="xs" c="dimmed">
                    {t('terms.users', { count: size })}
                  </Text>
                </Text>
              ))}
            </Group>
          </div>
        )}
      </Stack>
    </Card>
  );
}

function PredictedFact({ prediction }: { prediction: Predicted }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { value, kind, class: name, target, calibrated, stale } = prediction;
  const notes = [
    value !== null && kind === 'classes' && t(calibrated ? 'users.traits.calibrated' : 'users.traits.uncalibrated'),
    stale && t('users.traits.stale'),
  ].filter((note) => note !== false);
  const text =
    value === null
      ? t('users.traits.unknown')
      : name === null
        ? formatMetric(format, value)
        : t('users.traits.probability', {
            name: classText(t, target, name),
            probability: format.percent(value, 0),
          });
  return <Fact label={predictionTitle(t, prediction)} value={text} evidence={notes.join(', ')} />;
}
