import { CloseButton, Group, Kbd, Text, VisuallyHidden } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { isPressed, shortcuts } from '../../base/shortcuts.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import classes from './CommandPalette.module.css';
import { useCommandTexts } from './command-texts.ts';
import { EntryGroups } from './EntryGroups.tsx';
import type { Entry } from './entry.ts';
import { nextIndex } from './next-index.ts';
import { rankEntries } from './rank-entries.ts';
import { useEntries } from './use-entries.ts';

interface PaletteContentProps {
  onClose: () => void;
  onChoose: (entry: Entry) => void;
}

/**
 * Input and list of the palette: a combobox with grouped options, following the ARIA Authoring Practices Guide. The
 * focus stays in the input.
 */
export function PaletteContent({ onClose, onChoose }: PaletteContentProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { texts, others } = useCommandTexts();
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const { entries, recent, searching, error } = useEntries(text, texts, others);
  const groups = useMemo(() => rankEntries(entries, text, recent), [entries, text, recent]);
  const shown = groups.flatMap((group) => group.entries);
  const current = Math.min(active, shown.length - 1);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const idOf = (index: number) => `${listId}-${index}`;
  const activeId = current < 0 ? undefined : idOf(current);

  // The dialog focuses the field too late: letters typed before would be lost.
  useLayoutEffect(() => input.current?.focus(), []);
  useEffect(() => {
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = nextIndex(event.key, current, shown.length);
    const entry = shown[current];
    if (next !== null) setActive(next);
    else if (event.key === 'Enter' && entry) onChoose(entry);
    else if (isPressed(shortcuts.palette, event)) onClose();
    else return;
    event.preventDefault();
  };
  return (
    <div className={classes.content}>
      <div className={classes.field}>
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <input
          ref={input}
          className={classes.input}
          value={text}
          placeholder={texts.placeholder}
          aria-label={texts.title}
          role="combobox"
          aria-expanded={shown.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={activeId}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          data-autofocus
          onChange={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <CloseButton onClick={onClose} aria-label={t('terms.close')} />
      </div>
      <div id={listId} role="listbox" aria-label={texts.results} className={classes.list}>
        <EntryGroups
          groups={groups}
          texts={texts}
          active={current}
          idOf={idOf}
          onActive={setActive}
          onChoose={onChoose}
        />
      </div>
      {shown.length === 0 && (
        <Text size="sm" c="dimmed" p="md">
          {searching ? texts.searching : texts.none}
        </Text>
      )}
      {error !== null && <ErrorNotice error={error} />}
      <Group className={classes.foot} gap="md" aria-hidden>
        <span>
          <Kbd size="xs">↑</Kbd> <Kbd size="xs">↓</Kbd> {texts.choose}
        </span>
        <span>
          <Kbd size="xs">Enter</Kbd> {texts.open}
        </span>
        {searching && shown.length > 0 && <span>{texts.searching}</span>}
      </Group>
      <VisuallyHidden role="status">
        {searching ? texts.searching : texts.count.replace('{{count}}', format.number(shown.length))}
      </VisuallyHidden>
    </div>
  );
}
