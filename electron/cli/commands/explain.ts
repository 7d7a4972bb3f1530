import type { Command } from 'commander';
import type { Output } from '../../../shared/contract/index.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { paragraphs, share, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions {
  user: string;
  run?: string;
}

type Attention = Output<'explain.attention'>;

export function addExplain(program: Command): void {
  addCommand(program, 'explain <workspace>', 'where the model looks in a user’s latest behaviour')
    .requiredOption('--user <id>', 'the user')
    .option('--run <run>', 'the run whose model is asked (the newest by default)')
    .action((workspace: string, { json, user, run }: Options) =>
      runInWorkspace(workspace, { json }, async (session) => {
        const attention = await session.run('explain.attention', { run: await session.resolveRun(run), user });
        return { json: { ...attention }, text: describe(attention) };
      }),
    );
}

function describe(attention: Attention): string {
  const { run, user, layers, heads, tokens } = attention;
  const received = attentionReceived(attention);
  const rows = tokens.map(({ kind, action, item, title, time }, at) => [
    time === null ? '' : new Date(time).toISOString().slice(0, 16).replace('T', ' '),
    kind === 'behaviour' ? (action ?? '') : kind,
    title ?? item ?? '',
    share(received[at] ?? Number.NaN),
  ]);
  return paragraphs(
    `What ${run} looks at in the latest behaviour of ${user} (mean of ${layers} layers, ${heads} heads each)`,
    table(rows, ['time', 'action', 'item', 'attention']),
  );
}

/** Share of the total attention that each token receives, over all layers, heads and query tokens. */
function attentionReceived({ layers, heads, tokens, attention }: Attention): number[] {
  const length = tokens.length;
  const totalAttention = layers * heads * length;
  const received = new Array<number>(length).fill(0);
  attention.forEach((weight, at) => {
    received[at % length]! += weight / totalAttention;
  });
  return received;
}
