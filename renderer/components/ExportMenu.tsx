import { ActionIcon, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { portableName } from '../../shared/domain/file-name.ts';
import { notifyError } from '../base/notify.tsx';
import { saveFile } from '../base/save-file.ts';

const FORMATS = ['png', 'svg', 'csv'] as const;
type Format = (typeof FORMATS)[number];

interface ExportMenuProps {
  /** Name of the chart or table, also used as the file name. */
  label: string;
  /** For each available format, a function that creates the file. */
  files: Readonly<Partial<Record<Format, () => Blob | Promise<Blob>>>>;
  className?: string | undefined;
}

/** Button with a menu that saves a chart or a table as a file. */
export function ExportMenu({ label, files, className }: ExportMenuProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const save = async (format: Format) => {
    setBusy(true);
    try {
      const file = await files[format]?.();
      if (file) saveFile(portableName(`${fileName(label)}.${format}`), file);
    } catch (error) {
      notifyError(error);
    }
    setBusy(false);
  };
  return (
    <Menu position="bottom-end" withinPortal={false} floatingStrategy="fixed" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <ActionIcon
          size="md"
          variant="subtle"
          color="gray"
          loading={busy}
          aria-label={t('terms.exportOf', { name: label })}
          className={className}
        >
          <IconDownload size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.filter((format) => files[format]).map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {t(`terms.exportAs.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Characters that some operating systems do not allow in file names. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among them
const UNSAFE = /[\\/:*?"<>|\u0000-\u001f]+/g;

const fileName = (label: string) => label.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim().slice(0, 100) || 'Portrait';
