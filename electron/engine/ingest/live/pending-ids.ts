import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const Stored = z.object({ messageId: z.string() });

/** Files that are older than these last bytes are not read. */
const MAX_BYTES = 200e6;

/** The ids of the messages in spool files, of the newest files if there are many. */
export async function* pendingIds(files: readonly string[]): AsyncGenerator<string> {
  for (const file of newestFiles(files)) {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
      const message = Stored.safeParse(JSON.parse(line));
      if (message.success) yield message.data.messageId;
    }
  }
}

function newestFiles(files: readonly string[]): readonly string[] {
  let bytes = 0;
  const last = files.findLastIndex((file) => {
    bytes += statSync(file).size;
    return bytes > MAX_BYTES;
  });
  return files.slice(last + 1);
}
