import { useTranslation } from 'react-i18next';
import { StepNumber } from './StepNumber.tsx';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { omitUndefined, withStep } from './with-step.ts';

/** Cleaning step that leaves out rows whose price is out of bounds. */
export function PricesStep({ cleaning, onChange, suggestions }: StepProps) {
  const { t } = useTranslation();
  const { prices } = cleaning;
  return (
    <StepSwitch
      label={t('data.cleaning.prices')}
      help={t('data.cleaning.pricesHelp')}
      rows={suggestions.prices?.rows}
      on={prices !== undefined}
      onToggle={(on) => {
        const defaults = omitUndefined({ min: 0.01, max: suggestions.prices?.high ?? undefined });
        onChange(withStep(cleaning, 'prices', on ? defaults : undefined));
      }}
    >
      <StepNumber
        label={t('data.cleaning.min')}
        value={prices?.min}
        onChange={(min) => onChange(withStep(cleaning, 'prices', omitUndefined({ min, max: prices?.max })))}
      />
      <StepNumber
        label={t('data.cleaning.max')}
        value={prices?.max}
        onChange={(max) => onChange(withStep(cleaning, 'prices', omitUndefined({ min: prices?.min, max })))}
      />
    </StepSwitch>
  );
}
