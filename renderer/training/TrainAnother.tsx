import { Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

interface TrainAnotherProps {
  /** Whether the form is shown. */
  expanded: boolean;
  disabled: boolean;
  onToggle: () => void;
}

/** Button that shows and hides the form that starts a training. */
export function TrainAnother({ expanded, disabled, onToggle }: TrainAnotherProps) {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      disabled={disabled}
      onClick={onToggle}
      aria-expanded={expanded}
      leftSection={expanded ? <IconX size={16} aria-hidden /> : <IconPlus size={16} aria-hidden />}
    >
      {t(expanded ? 'training.closeForm' : 'training.another')}
    </Button>
  );
}
