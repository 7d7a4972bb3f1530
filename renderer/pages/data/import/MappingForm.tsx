import { Button, Group, SimpleGrid, Stack, TagsInput, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBookmark } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Guess } from '../../../../shared/contract/examine.ts';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Preview } from '../../../../shared/contract/import-preview.ts';
import { type Field, fields } from '../../../../shared/domain/mapping.ts';
import { SavePreset } from './SavePreset.tsx';
import { SourceField } from './SourceField.tsx';
import { withField } from './with-field.ts';

interface MappingFormProps {
  file: ImportFile;
  preview: Preview;
  /** Confidence of each mapped field; empty before an examination. */
  guesses: readonly Guess[];
  onChange: (file: ImportFile) => void;
}

/** Fields that nearly every export has: they are always shown. */
const COMMON_FIELDS: readonly Field[] = ['user', 'time', 'action', 'item', 'category', 'price', 'quantity'];

/** Form that maps columns to fields, prefilled with the inferred mapping. */
export function MappingForm({ file, preview, guesses, onChange }: MappingFormProps) {
  const { t } = useTranslation();
  const [showAll, setShowAll] = useState(false);
  const [saving, { open, close }] = useDisclosure(false);
  const columns = preview.columns.map(({ name }) => name);
  const mapping = typeof file.mapping === 'object' ? file.mapping : preview.mapping;
  const setField = (field: Field, source: string) => onChange({ ...file, mapping: withField(mapping, field, source) });
  const shown = fields.filter(
    (field) =>
      showAll || COMMON_FIELDS.includes(field) || mapping[field] !== undefined || preview.missing.includes(field),
  );
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {t('data.import.mappingHelp')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4, xl: 6 }} spacing="md" verticalSpacing="sm">
        {shown.map((field) => (
          <SourceField
            key={`${field} ${mapping[field]}`}
            label={t(`data.fields.${field}`)}
            source={mapping[field] ?? ''}
            columns={columns}
            missing={preview.missing.includes(field)}
            guess={guesses.find((guess) => guess.field === field && guess.source === mapping[field])}
            onCommit={(source) => setField(field, source)}
          />
        ))}
      </SimpleGrid>
      <TagsInput
        size="sm"
        label={t('data.fields.attributes')}
        description={t('data.import.attributesHelp')}
        value={mapping.attributes ?? []}
        onChange={(attributes) => onChange({ ...file, mapping: { ...mapping, attributes } })}
        data={columns}
      />
      <Group gap="sm">
        {preview.header && (
          <Button
            variant="default"
            size="xs"
            disabled={preview.missing.length > 0}
            onClick={open}
            leftSection={<IconBookmark size={15} aria-hidden />}
          >
            {t('data.import.savePreset.open')}
          </Button>
        )}
        <Button variant="subtle" size="xs" aria-expanded={showAll} onClick={() => setShowAll(!showAll)}>
          {showAll ? t('data.import.fewerFields') : t('data.import.allFields', { count: fields.length })}
        </Button>
      </Group>
      <SavePreset file={file} preview={preview} opened={saving} onClose={close} />
    </Stack>
  );
}
