import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { itemTitle } from '../components/item-title.ts';
import { useCall } from '../engine/use-call.ts';

interface NameFieldProps {
  kind: 'category' | 'brand' | 'item';
  value: string;
  onChange: (value: string) => void;
}

/** A name from the data, searched by a part of it or of its title; empty for any. */
export function NameField({ kind, value, onChange }: NameFieldProps) {
  const { t, i18n } = useTranslation();
  const [text] = useDebouncedValue(value, 200);
  const { data } = useCall('names.suggest', { of: { kind }, text }, { keepPrevious: true });
  const titleByName = new Map(
    data?.names.map(({ name, ...titles }) => [name, itemTitle(i18n.language, { item: null, ...titles })]),
  );
  return (
    <Autocomplete
      size="xs"
      w={190}
      aria-label={t(`rules.${kind}`)}
      placeholder={`${t(`rules.${kind}`)}: ${t('rules.any')}`}
      data={[...titleByName.keys()]}
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const title = titleByName.get(option.value);
        return title ? `${title} · ${option.value}` : option.value;
      }}
      value={value}
      onChange={onChange}
      maxLength={500}
    />
  );
}
