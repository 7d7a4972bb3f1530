import { Modal } from '@mantine/core';
import { useCommandTexts } from './command-texts.ts';
import type { Entry } from './entry.ts';
import { PaletteContent } from './PaletteContent.tsx';
import { rememberEntry } from './recent-entries.ts';

interface CommandPaletteProps {
  opened: boolean;
  onClose: () => void;
}

/** Dialog that finds pages, commands and names in the workspace, and opens or runs the chosen entry. */
export default function CommandPalette({ opened, onClose }: CommandPaletteProps) {
  const { texts } = useCommandTexts();
  const choose = (entry: Entry) => {
    rememberEntry(entry);
    onClose();
    entry.run();
  };
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={640}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      yOffset="8dvh"
    >
      <Modal.Overlay />
      <Modal.Content aria-label={texts.title}>
        <PaletteContent onClose={onClose} onChoose={choose} />
      </Modal.Content>
    </Modal.Root>
  );
}
