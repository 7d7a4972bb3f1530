import type { IncomingMessage } from 'node:http';
import { z } from 'zod';

const MOST = 4096;
const Exchange = z.object({ token: z.string() });

/** The token in a request's JSON body, or null for anything else. */
export async function tokenOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST) return null;
    chunks.push(chunk);
  }
  try {
    return Exchange.parse(JSON.parse(Buffer.concat(chunks).toString())).token;
  } catch {
    return null;
  }
}
