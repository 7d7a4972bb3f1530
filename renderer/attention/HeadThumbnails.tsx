import { Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Attention.module.css';
import { type HeatColours, heatColour, normalisedWeight } from './heat-colours.ts';
import { type Attention, type Head, headOf, isBehaviour } from './weights.ts';

interface HeadThumbnailsProps {
  attention: Attention;
  colours: HeatColours;
  layer: number;
  head: number;
  onChoose: (layer: number, head: number) => void;
}

/** Thumbnails of all attention heads, one row per layer; a click selects a head. */
export function HeadThumbnails({ attention, colours, layer, head, onChoose }: HeadThumbnailsProps) {
  const { t } = useTranslation();
  const { layers, heads } = attention;
  const size = attention.tokens.length;
  return (
    <Stack gap={6} role="group" aria-label={t('attention.allHeads')} className={classes.thumbnails}>
      {Array.from({ length: layers }, (_, l) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: layers have no other name
        <Group key={l} gap={6} wrap="nowrap">
          <Text size="xs" c="dimmed" w={54} className={classes.layer}>
            {t('attention.layer', { number: l + 1 })}
          </Text>
          {Array.from({ length: heads }, (_, h) => (
            <UnstyledButton
              // biome-ignore lint/suspicious/noArrayIndexKey: heads have no other name
              key={h}
              className={classes.thumbnail}
              data-chosen={(l === layer && h === head) || undefined}
              aria-pressed={l === layer && h === head}
              aria-label={t('attention.headOf', { layer: l + 1, head: h + 1 })}
              onClick={() => onChoose(l, h)}
            >
              <Thumbnail
                head={headOf(attention.attention, size, heads, l, h, isBehaviour(attention))}
                colours={colours}
              />
            </UnstyledButton>
          ))}
        </Group>
      ))}
    </Stack>
  );
}

function Thumbnail({ head, colours }: { head: Head; colours: HeatColours }) {
  const ref = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = ref.current?.getContext('2d');
    if (!context) return;
    const { size, weights } = head;
    for (let i = 0; i < weights.length; i++) {
      context.fillStyle = heatColour(colours, normalisedWeight(weights[i]!, head));
      context.fillRect(i % size, Math.floor(i / size), 1, 1);
    }
  }, [head, colours]);
  return <canvas ref={ref} width={head.size} height={head.size} className={classes.picture} aria-hidden />;
}
