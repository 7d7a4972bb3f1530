import { Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/domain/rule.ts';
import { SaveSegment } from '../../segments/SaveSegment.tsx';

interface SaveSelectionProps {
  rule: Rule;
  /** The rule in words, from which a name is suggested. */
  words: string;
  /** Number of users as text. */
  size: string;
  onClose: () => void;
}

/** Maximum length of a suggested name. */
const MAX_NAME = 80;

/** Dialog that saves the selection as a segment without leaving the page. */
export function SaveSelection({ onClose, ...rest }: SaveSelectionProps) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} title={t('segments.save')} closeButtonProps={{ 'aria-label': t('terms.close') }}>
      <SaveForm {...rest} onClose={onClose} />
    </Modal>
  );
}

function SaveForm({ rule, words, size, onClose }: SaveSelectionProps) {
  const [name, setName] = useState(words.length <= MAX_NAME ? words : '');
  return (
    <Stack gap="sm">
      <Text size="sm">{words}</Text>
      <Text size="sm" c="dimmed">
        {size}
      </Text>
      <SaveSegment definition={{ rule }} name={name} onName={setName} onSaved={onClose} stays />
    </Stack>
  );
}
