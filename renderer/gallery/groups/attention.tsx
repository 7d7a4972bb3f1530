import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AttentionPanel } from '../../attention/AttentionPanel.tsx';
import { HeadThumbnails } from '../../attention/HeadThumbnails.tsx';
import { Heatmap } from '../../attention/Heatmap.tsx';
import { heatColours } from '../../attention/heat-colours.ts';
import { heatLayout } from '../../attention/heatmap-layout.ts';
import { StrongestLinks } from '../../attention/StrongestLinks.tsx';
import { tokenLabel } from '../../attention/token-label.ts';
import { headOf } from '../../attention/weights.ts';
import { useFormat } from '../../base/format.ts';
import { textWidth } from '../../components/text-width.ts';
import { usePalette } from '../../components/use-palette.ts';
import { State } from '../State.tsx';
import { attentionSample } from '../samples/attention.ts';

const { run, user, tokens, heads, attention: weights } = attentionSample;
const head = headOf(weights, tokens.length, heads, 0, 1);
const WIDTH = 640;

function useColours() {
  const { dark } = usePalette();
  return useMemo(() => heatColours(dark), [dark]);
}

function useLabels() {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  return useMemo(() => tokens.map((token) => tokenLabel(t, i18n.language, format, token)), [t, i18n.language, format]);
}

export const attention = {
  Heatmap: () => {
    const canvas = useRef<HTMLCanvasElement>(null);
    const colours = useColours();
    const labels = useLabels();
    const layout = useMemo(() => heatLayout(labels, WIDTH, (label) => textWidth(label, '12px sans-serif')), [labels]);
    return <Heatmap {...{ canvas, layout, head, labels, colours }} />;
  },
  HeadThumbnails: () => (
    <HeadThumbnails attention={attentionSample} colours={useColours()} layer={0} head={1} onChoose={() => {}} />
  ),
  StrongestLinks: () => <StrongestLinks head={head} tokens={tokens} labels={useLabels()} />,
  AttentionPanel: () => (
    <State name="busy">
      <AttentionPanel run={run} user={user} />
    </State>
  ),
};
