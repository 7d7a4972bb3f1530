import { Group, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface ScoreFiltersProps {
  classes: readonly string[];
  classIndex: number;
  search: string;
  onClass: (index: number) => void;
  onSearch: (text: string) => void;
}

/** Selects the class whose scores are shown first, and searches users by name. */
export function ScoreFilters({ classes, classIndex, search, onClass, onSearch }: ScoreFiltersProps) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      {classes.length > 1 && (
        <Select
          size="xs"
          w={220}
          aria-label={t('predictions.class')}
          data={classes.map((name, at) => ({ value: String(at), label: name }))}
          value={String(classIndex)}
          onChange={(at) => onClass(Number(at))}
          allowDeselect={false}
          searchable
        />
      )}
      <TextInput
        size="xs"
        w={220}
        aria-label={t('terms.searchUsers')}
        placeholder={t('terms.searchUsers')}
        leftSection={<IconSearch size={15} aria-hidden />}
        value={search}
        maxLength={200}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
    </Group>
  );
}
