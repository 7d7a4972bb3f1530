import { useTranslation } from 'react-i18next';
import { StepNumber } from './StepNumber.tsx';
import { StepSwitch } from './StepSwitch.tsx';
import type { StepProps } from './step-props.ts';
import { omitUndefined, withStep } from './with-step.ts';

/** Cleaning step that leaves out users and items with few events. */
export function CoreStep({ cleaning, onChange, suggestions }: StepProps) {
  const { t } = useTranslation();
  const { core } = cleaning;
  const { rareUsers, rareItems } = suggestions;
  const rare = [
    rareUsers && t('data.cleaning.rareUsers', rareUsers),
    rareItems && t('data.cleaning.rareItems', rareItems),
  ].filter((part) => part !== null);
  return (
    <StepSwitch
      label={t('data.cleaning.core')}
      help={t('data.cleaning.coreHelp')}
      effect={rare.length === 0 ? undefined : rare.join(' · ')}
      on={core !== undefined}
      onToggle={(on) => {
        const defaults = { user: rareUsers?.fewerThan ?? 5, item: rareItems?.fewerThan ?? 5 };
        onChange(withStep(cleaning, 'core', on ? defaults : undefined));
      }}
    >
      <StepNumber
        label={t('data.cleaning.coreUser')}
        value={core?.user}
        min={1}
        integerOnly
        onChange={(user) => onChange(withStep(cleaning, 'core', omitUndefined({ user, item: core?.item })))}
      />
      <StepNumber
        label={t('data.cleaning.coreItem')}
        value={core?.item}
        min={1}
        integerOnly
        onChange={(item) => onChange(withStep(cleaning, 'core', omitUndefined({ user: core?.user, item })))}
      />
    </StepSwitch>
  );
}
