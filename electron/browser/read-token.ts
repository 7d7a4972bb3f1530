import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

const MAX_BYTES = 4096;
const Exchange = z.object({ token: z.string() });

/** Returns the token in a request's JSON body, or null if the body has any other content. */
export async function readToken(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BYTES) return null;
    chunks.push(chunk);
  }
  try {
    return Exchange.parse(JSON.parse(Buffer.concat(chunks).toString())).token;
  } catch {
    return null;
  }
}
