import { Badge } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';

interface VerdictBadgeProps {
  icon: Icon;
  colour: string;
  text: string;
}

/** A verdict as a badge: its text, an icon and a colour. */
export function VerdictBadge({ icon: VerdictIcon, colour, text }: VerdictBadgeProps) {
  return (
    <Badge
      variant="light"
      color={colour}
      tt="none"
      miw="max-content"
      leftSection={<VerdictIcon size={14} aria-hidden />}
    >
      {text}
    </Badge>
  );
}
