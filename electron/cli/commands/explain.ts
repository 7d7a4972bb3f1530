import type { Command } from 'commander';
import type { Output } from '../../../shared/contract/index.ts';
import { isoMinute } from '../../../shared/domain/time/local-time.ts';
import { type TimeZone, timeZone } from '../../../shared/domain/time/time-zone.ts';
import { type CommonOptions, runInWorkspace } from '../result.ts';
import { paragraphs, share, table } from '../text.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions {
  user: string;
  run?: string;
}

type Attention = Output<'explain.attention'>;

export function addExplain(program: Command): void {
  addCommand(program, 'explain <workspace>', 'show the attention of a model over a user’s latest events')
    .requiredOption('--user <id>', 'user id')
    .option('--run <run>', 'run whose model is used (default: the newest)')
    .action((workspace: string, { json, user, run }: Options) =>
      runInWorkspace(workspace, { json }, async (session) => {
        const attention = await session.run('explain.attention', { run: await session.resolveRun(run), user });
        return { json: { ...attention }, text: describe(attention, timeZone((await session.info()).eventZone)) };
      }),
    );
}

function describe(attention: Attention, zone: TimeZone): string {
  const { run, user, layers, heads, tokens } = attention;
  const received = attentionReceived(attention);
  const rows = tokens.map(({ kind, action, item, title, time }, at) => [
    time === null ? '' : isoMinute(zone, time),
    kind === 'behaviour' ? (action ?? '') : kind,
    title ?? item ?? '',
    share(received[at] ?? Number.NaN),
  ]);
  return paragraphs(
    `Attention of ${run} over the latest events of ${user} (mean of ${layers} layers with ${heads} heads each)`,
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
