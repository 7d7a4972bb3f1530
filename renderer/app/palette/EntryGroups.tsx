import { Text } from '@mantine/core';
import {
  type Icon,
  IconBolt,
  IconBrain,
  IconChartBubble,
  IconFile,
  IconFolder,
  IconPackage,
  IconSparkles,
  IconTargetArrow,
  IconUser,
} from '@tabler/icons-react';
import { ShortcutKeys } from '../../components/ShortcutKeys.tsx';
import classes from './CommandPalette.module.css';
import type { CommandTexts } from './command-texts.ts';
import type { Entry, EntryKind } from './entry.ts';
import type { EntryGroup } from './rank-entries.ts';

const icons: Readonly<Record<EntryKind, Icon>> = {
  page: IconFile,
  action: IconBolt,
  segment: IconTargetArrow,
  cluster: IconChartBubble,
  prediction: IconSparkles,
  run: IconBrain,
  user: IconUser,
  item: IconPackage,
  workspace: IconFolder,
};

interface EntryGroupsProps {
  groups: readonly EntryGroup[];
  texts: CommandTexts;
  /** Index of the active entry across all groups. */
  active: number;
  idOf: (index: number) => string;
  onActive: (index: number) => void;
  onChoose: (entry: Entry) => void;
}

/** The entries of the palette, grouped by kind. */
export function EntryGroups({ groups, texts, active, idOf, onActive, onChoose }: EntryGroupsProps) {
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((sum, { entries }) => sum + entries.length, 0));
  return groups.map(({ kind, entries }, group) => (
    // biome-ignore lint/a11y/useSemanticElements: a listbox may contain groups of options, but no fieldset
    <div key={kind} role="group" aria-label={texts.kinds[kind]}>
      <div className={classes.heading} aria-hidden>
        {texts.kinds[kind]}
      </div>
      {entries.map((entry, position) => {
        const index = starts[group]! + position;
        const Picture = icons[entry.kind];
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the keys are those of the combobox, which keeps the focus
          <div
            key={entry.key}
            id={idOf(index)}
            role="option"
            aria-selected={index === active}
            className={classes.option}
            onPointerMove={() => onActive(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(entry)}
          >
            <Picture size={16} stroke={1.6} aria-hidden />
            <Text size="sm" truncate flex="0 1 auto">
              {entry.label}
            </Text>
            {entry.detail && (
              <Text size="xs" className={classes.detail} truncate>
                {entry.detail}
              </Text>
            )}
            {entry.shortcut && <ShortcutKeys name={entry.shortcut} />}
          </div>
        );
      })}
    </div>
  ));
}
