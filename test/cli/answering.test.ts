import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { answering } from '../../src/cli/answering.ts';

const PATIENCE_MS = 100;

let server: Server;

afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** `answer` gives each request its answer, or none. */
async function served(answer: (response: ServerResponse) => void): Promise<string> {
  server = createServer((_, response) => answer(response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

it('a server that answers is ready, and nobody complains', async () => {
  let complaints = 0;
  await answering(
    await served((response) => response.end('here')),
    PATIENCE_MS,
    () => complaints++,
  );
  await new Promise((resolve) => setTimeout(resolve, 2 * PATIENCE_MS));
  expect(complaints).toBe(0);
});

it('an open port is not an answer: one complaint, and ready once there is one', async () => {
  const held: ServerResponse[] = [];
  let isReady = false;
  const { promise: complained, resolve: complain } = Promise.withResolvers<void>();
  const ready = answering(await served((response) => held.push(response)), PATIENCE_MS, complain);
  void ready.then(() => {
    isReady = true;
  });
  await complained;
  expect(held).toHaveLength(1);
  expect(isReady).toBe(false);
  held[0]?.end('here');
  await ready;
});

it('an answer that is a failure is none', async () => {
  let asked = 0;
  await answering(
    await served((response) => {
      response.statusCode = ++asked < 3 ? 503 : 200;
      response.end();
    }),
    60_000,
    () => expect.unreachable(),
  );
  expect(asked).toBe(3);
});
