import { Fieldset, SimpleGrid, Stack, TagsInput, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportFile, Preview } from '../../../../shared/contract/ingest.ts';
import { type Field, fields } from '../../../../shared/domain/mapping.ts';
import { SourceField } from './SourceField.tsx';
import { withField } from './with-field.ts';

interface MappingFormProps {
  file: ImportFile;
  preview: Preview;
  onChange: (file: ImportFile) => void;
}

/** Which column holds which field. What was guessed stands there and can be changed. */
export function MappingForm({ file, preview, onChange }: MappingFormProps) {
  const { t } = useTranslation();
  const columns = preview.columns.map(({ name }) => name);
  const mapping = typeof file.mapping === 'object' ? file.mapping : preview.mapping;
  const setField = (field: Field, source: string) => onChange({ ...file, mapping: withField(mapping, field, source) });
  return (
    <Fieldset legend={<Text fw={600}>{t('importing.mapping')}</Text>}>
      <Stack gap="md">
        <Text size="sm" c="dimmed">
          {t('importing.mappingHelp')}
        </Text>
        <SimpleGrid cols={{ base: 3, xl: 5 }} spacing="sm">
          {fields.map((field) => (
            <SourceField
              key={`${field} ${mapping[field]}`}
              label={t(`importing.fields.${field}`)}
              source={mapping[field] ?? ''}
              columns={columns}
              missing={preview.missing.includes(field)}
              onCommit={(source) => setField(field, source)}
            />
          ))}
        </SimpleGrid>
        <TagsInput
          size="sm"
          label={t('importing.fields.attributes')}
          description={t('importing.attributesHelp')}
          value={mapping.attributes ?? []}
          onChange={(attributes) => onChange({ ...file, mapping: { ...mapping, attributes } })}
          data={columns}
        />
      </Stack>
    </Fieldset>
  );
}
