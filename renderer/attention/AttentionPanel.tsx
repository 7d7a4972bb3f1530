import { Anchor, Button, Group, Menu, Paper, Select, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconDownload } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { saveFile } from '../base/save-file.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { textWidth } from '../components/text-width.ts';
import { usePalette } from '../components/use-palette.ts';
import { useJobQuery } from '../engine/use-job-query.ts';
import { HeadThumbnails } from './HeadThumbnails.tsx';
import { Heatmap } from './Heatmap.tsx';
import { heatColours } from './heat-colours.ts';
import { heatLayout } from './heatmap-layout.ts';
import { heatmapSvg } from './heatmap-svg.ts';
import { StrongestLinks } from './StrongestLinks.tsx';
import { tokenLabel } from './token-label.ts';
import { type Attention, headOf, isBehaviour } from './weights.ts';

interface AttentionPanelProps {
  run: string;
  user: string;
}

const LENGTHS = ['20', '40', '80', '200'];
const SOURCE = 'https://aclanthology.org/N19-1357/';

/** Attention weights of the model over a user's last behaviours. */
export function AttentionPanel({ run, user }: AttentionPanelProps) {
  const { t } = useTranslation();
  const [last, setLast] = useState('40');
  const { answer, error, retry } = useJobQuery(
    'explain.attention',
    { run, user, last: Number(last) },
    { keep: (previous) => previous.user === user },
  );
  return (
    <Stack gap="md">
      <Group justify="space-between" align="flex-end">
        <Text maw={720}>
          {t('attention.text')}{' '}
          <Anchor href={SOURCE} target="_blank" rel="noreferrer" inherit underline="always">
            {t('attention.source')}
          </Anchor>
        </Text>
        <Select
          label={t('attention.last')}
          data={LENGTHS}
          value={last}
          onChange={(value) => value && setLast(value)}
          allowDeselect={false}
          w={190}
        />
      </Group>
      {error !== null && <ErrorNotice error={error} onRetry={retry} />}
      {answer ? <Heads attention={answer} /> : error === null && <Skeleton height={420} />}
    </Stack>
  );
}

function Heads({ attention }: { attention: Attention }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { dark } = usePalette();
  const { ref, width } = useElementSize();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [selected, setSelected] = useState({ layer: attention.layers - 1, head: 0 });
  const layer = Math.min(selected.layer, attention.layers - 1);
  const headIndex = Math.min(selected.head, attention.heads - 1);

  const colours = useMemo(() => heatColours(dark), [dark]);
  const labels = useMemo(
    () => attention.tokens.map((token) => tokenLabel(t, i18n.language, format, token)),
    [attention, t, i18n.language, format],
  );
  const layout = useMemo(
    () => heatLayout(labels, width, (label) => textWidth(label, `12px ${getComputedStyle(document.body).fontFamily}`)),
    [labels, width],
  );
  const head = useMemo(
    () =>
      headOf(attention.attention, attention.tokens.length, attention.heads, layer, headIndex, isBehaviour(attention)),
    [attention, layer, headIndex],
  );
  const name = `attention-${attention.user}-layer${layer + 1}-head${headIndex + 1}`;
  const savePng = () => canvas.current?.toBlob((blob) => blob && saveFile(`${name}.png`, blob));
  const saveSvg = () =>
    saveFile(`${name}.svg`, new Blob([heatmapSvg(layout, head, labels, colours)], { type: 'image/svg+xml' }));

  return (
    <Group align="flex-start" gap="lg">
      <Stack gap="lg" w={300} flex="none">
        <Paper withBorder p="md">
          <Title order={2} fz="sm" mb="sm">
            {t('attention.allHeads')}
          </Title>
          <HeadThumbnails
            attention={attention}
            colours={colours}
            layer={layer}
            head={headIndex}
            onChoose={(l, h) => setSelected({ layer: l, head: h })}
          />
        </Paper>
        <Paper withBorder p="md">
          <StrongestLinks head={head} tokens={attention.tokens} labels={labels} />
        </Paper>
      </Stack>
      <Paper withBorder p="md" flex="1 1 420px" miw={0}>
        <Group justify="space-between" mb="xs">
          <Title order={2} fz="sm">
            {t('attention.headOf', { layer: layer + 1, head: headIndex + 1 })}
          </Title>
          <Menu position="bottom-end">
            <Menu.Target>
              <Button size="xs" variant="default" leftSection={<IconDownload size={15} aria-hidden />}>
                {t('attention.export')}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={savePng}>PNG</Menu.Item>
              <Menu.Item onClick={saveSvg}>SVG</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </Group>
        <div ref={ref}>
          {width > 0 && <Heatmap canvas={canvas} layout={layout} head={head} labels={labels} colours={colours} />}
        </div>
      </Paper>
    </Group>
  );
}
