import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconDeviceFloppy } from '@tabler/icons-react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionInput } from '../../shared/contract/segment.ts';
import { PortraitError } from '../../shared/errors.ts';
import { notifyCreated, notifyDone } from '../base/notify.tsx';
import { hashOf } from '../base/route.ts';
import { navigate } from '../base/use-route.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { recordChange } from '../engine/undo-stack.ts';
import { useAction } from '../engine/use-action.ts';
import { saveSegment } from './segment-changes.ts';

interface SaveSegmentProps {
  definition: DefinitionInput | null;
  name: string;
  onName: (name: string) => void;
  onSaved?: () => void;
  /** Whether to stay on the page after saving; by default the segment is opened. */
  stays?: boolean;
}

/** Form that saves a definition as a segment. */
export function SaveSegment({ definition, name, onName, onSaved, stays = false }: SaveSegmentProps) {
  const { t } = useTranslation();
  const { busy, error, start, reset } = useAction(async (replace: boolean) => {
    if (!definition) return;
    const segment = name.trim();
    const change = await saveSegment({ name: segment, definition, replace });
    recordChange({ ...change, label: `${t('segments.saved')}: ${segment}` });
    onSaved?.();
    if (stays) {
      return notifyCreated(t('segments.saved'), segment, {
        label: t('segments.open'),
        href: hashOf('segments', segment),
      });
    }
    notifyDone(t('segments.saved'), segment);
    navigate('segments', segment);
  });
  const nameTaken = error instanceof PortraitError && error.code === 'SEGMENT_EXISTS';

  function submit(event: FormEvent) {
    event.preventDefault();
    void start(false);
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Group align="flex-end" gap="sm">
          <TextInput
            label={t('segments.name')}
            placeholder={t('segments.namePlaceholder')}
            value={name}
            onChange={(event) => {
              onName(event.currentTarget.value);
              reset();
            }}
            maxLength={200}
            required
            flex={1}
            miw={230}
          />
          <Button
            type="submit"
            loading={busy}
            disabled={!definition || name.trim() === ''}
            leftSection={<IconDeviceFloppy size={17} aria-hidden />}
          >
            {t('segments.save')}
          </Button>
        </Group>
        {nameTaken ? (
          <Group justify="space-between" wrap="nowrap" role="alert">
            <Text size="sm">{t('segments.exists', { name: name.trim() })}</Text>
            <Button size="xs" variant="default" loading={busy} onClick={() => void start(true)}>
              {t('segments.replace')}
            </Button>
          </Group>
        ) : (
          error !== null && <ErrorNotice error={error} />
        )}
      </Stack>
    </form>
  );
}
