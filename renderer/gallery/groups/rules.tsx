import { useEffect, useState } from 'react';
import { textColumn } from '../../../shared/domain/text-column.ts';
import { RuleEditor } from '../../rules/RuleEditor.tsx';
import { emptyRuleDraft, useRuleEditor } from '../../rules/use-rule-editor.ts';
import { Answers, answer } from '../Answers.tsx';
import { State } from '../State.tsx';
import { DAY } from '../samples/day.ts';
import { cluster, x, y } from '../samples/points.ts';
import { predictions } from '../samples/predictions.ts';

const names = { actions: ['view', 'cart', 'purchase'], attributes: ['city', 'age'] };

/** A rule with each kind of condition and a group within a group. */
const RULE =
  'count(view, category = "tea", days = 30) >= 3 and not purchase and (city in (Oslo, Lima) or age > 40) ' +
  'and sum(purchase) > 100 and recency <= 30 and cluster(map-1) = 0 and lasso(map-1, 0 0, 4 0, 2 4) ' +
  'and life_stage(2026-03) = lapsed and rfm = champion and monetary_decile = 1 and first_purchase < 2026 ' +
  'and segment("Tea") and user in (u1, u2) and prediction(returns) > 0.5';

const lists = [
  answer(
    'map.list',
    {},
    {
      maps: [
        {
          id: 'map-1',
          run: 'run-1',
          created: DAY,
          parameters: { neighbours: 15, metric: 'cosine', minDist: 0.1, resolution: 1, seed: 1 },
          seconds: 4,
          quality: { recall: 1 },
          points: 1840,
          clusters: 1,
        },
      ],
    },
  ),
  answer(
    'map.clusters',
    { map: 'map-1' },
    {
      clusters: [{ id: 0, name: { code: 'text', params: { text: 'Tea' } }, size: 60, traits: [] }],
    },
  ),
  answer(
    'map.points',
    { map: 'map-1' },
    { users: Int32Array.from(x.keys()), names: textColumn(Array.from(x.keys(), (i) => `u${i}`)), x, y, cluster },
  ),
  answer('prediction.list', {}, { predictions: [...predictions] }),
];

/** The rule editor with an initial text. */
function Editor({ text }: { text: string }) {
  const [state, setState] = useState(emptyRuleDraft);
  const editor = useRuleEditor(names, state, setState);
  const { setText } = editor;
  useEffect(() => setText(text), [setText, text]);
  return <RuleEditor editor={editor} names={names} />;
}

export const rules = {
  RuleEditor: () => (
    <>
      <State name="empty">
        <Editor text="" />
      </State>
      <State name="filled">
        <Answers answers={lists}>
          <Editor text={RULE} />
        </Answers>
      </State>
      <State name="error">
        <Editor text="count(view) >=" />
      </State>
    </>
  ),
};
