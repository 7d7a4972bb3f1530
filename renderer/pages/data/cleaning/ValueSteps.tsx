import { Checkbox, TagsInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatRates, parseRates } from './rates.ts';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { withStep } from './with-step.ts';

/** Cleaning steps that normalise text, leave out internal users, and convert currencies. */
export function ValueSteps({ cleaning, onChange }: StepProps) {
  const { t } = useTranslation();
  const { text, currency, internal } = cleaning;
  return (
    <>
      <StepSwitch
        label={t('data.cleaning.text')}
        help={t('data.cleaning.textHelp')}
        matchesText={null}
        on={text !== undefined}
        onToggle={(on) => onChange(withStep(cleaning, 'text', on ? { width: true, case: true } : undefined))}
      >
        <Checkbox
          size="sm"
          label={t('data.cleaning.width')}
          checked={text?.width ?? false}
          onChange={(event) => onChange(withStep(cleaning, 'text', { ...text, width: event.currentTarget.checked }))}
        />
        <Checkbox
          size="sm"
          label={t('data.cleaning.case')}
          checked={text?.case ?? false}
          onChange={(event) => onChange(withStep(cleaning, 'text', { ...text, case: event.currentTarget.checked }))}
        />
      </StepSwitch>
      <StepSwitch
        label={t('data.cleaning.internal')}
        help={t('data.cleaning.internalHelp')}
        matchesText={null}
        on={internal !== undefined}
        onToggle={(on) => onChange(withStep(cleaning, 'internal', on ? { users: [] } : undefined))}
      >
        <TagsInput
          size="xs"
          flex={1}
          label={t('data.cleaning.internalUsers')}
          placeholder={t('data.cleaning.enter')}
          splitChars={[',', ';', ' ', '\n']}
          value={internal?.users ?? []}
          onChange={(users) => onChange(withStep(cleaning, 'internal', { users }))}
        />
      </StepSwitch>
      <StepSwitch
        label={t('data.cleaning.currency')}
        help={t('data.cleaning.currencyHelp')}
        matchesText={null}
        on={currency !== undefined}
        onToggle={(on) => onChange(withStep(cleaning, 'currency', on ? { to: 'EUR', rates: {} } : undefined))}
      >
        <TextInput
          size="xs"
          w={110}
          label={t('data.cleaning.currencyTo')}
          maxLength={3}
          value={currency?.to ?? ''}
          onChange={(event) =>
            onChange(
              withStep(cleaning, 'currency', {
                to: event.currentTarget.value.toUpperCase(),
                rates: currency?.rates ?? {},
              }),
            )
          }
        />
        <TagsInput
          size="xs"
          flex={1}
          label={t('data.cleaning.rates')}
          placeholder={t('data.cleaning.ratesExample')}
          splitChars={[',', ';', '\n']}
          value={formatRates(currency?.rates ?? {})}
          onChange={(rates) =>
            onChange(withStep(cleaning, 'currency', { to: currency?.to ?? '', rates: parseRates(rates) }))
          }
        />
      </StepSwitch>
    </>
  );
}
