import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../app/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useAnswer } from '../../../engine/use-answer.ts';

const LONGEST = 10_000;

/** A typed text and the ratings that a run of texts would give it. */
export function RateText({ run }: { run: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<{ run: string; texts: string[] } | null>(null);
  const { answer, error } = useAnswer('text.classify', asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked({ run, texts: [typed.trim()] });
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={t('describe.rateTitle')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <div>
            <Title order={3} fz="md">
              {t('describe.rateTitle')}
            </Title>
            <Text size="sm" c="dimmed">
              {t('describe.rateText')}
            </Text>
          </div>
          <Textarea
            label={t('describe.typed')}
            value={typed}
            maxLength={LONGEST}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autosize
            minRows={2}
            maxRows={8}
          />
          <Group>
            <Button
              type="submit"
              size="xs"
              disabled={typed.trim() === ''}
              loading={asked !== null && !answer && error === null}
            >
              {t('describe.rate')}
            </Button>
          </Group>
          {error !== null && <ErrorNotice error={error} />}
          {answer && (
            <Group gap="xl" role="status" aria-label={t('describe.ratings')}>
              {answer.classes.map((name, at) => (
                <Text key={name} size="sm">
                  {name}: <b>{format.percent(answer.probabilities[at] ?? Number.NaN)}</b>
                </Text>
              ))}
            </Group>
          )}
        </Stack>
      </form>
    </Paper>
  );
}
