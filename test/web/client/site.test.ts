import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Gate } from '../../../web/client/imports/gate.ts';
import { type Site, siteAt } from '../../../web/client/imports/site.ts';

/** A site that answers one request after the other with these statuses, the last one for ever. */
let server: Server | undefined;
let asked = 0;
let contentType = 'text/plain';

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  asked = 0;
  contentType = 'text/plain';
});

async function siteThatAnswers(...statuses: number[]) {
  server = createServer((_, response) => {
    const status = statuses[Math.min(asked, statuses.length - 1)] ?? 200;
    response.writeHead(status, { 'Content-Type': contentType }).end();
    asked++;
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return siteOn(`http://127.0.0.1:${port}`);
}

function siteOn(origin: string) {
  const gate = new Gate();
  const cancelling = new AbortController();
  let timesAway = 0;
  const site = siteAt({
    origin,
    gate,
    cancelled: cancelling.signal,
    onUnreachable: () => timesAway++,
    firstPauseMs: 1,
  });
  return { site, gate, cancelling, timesAway: () => timesAway };
}

const post = (site: Site) => site.post('/api/imports', 'run', 'text/plain');

describe('a request of the importer', () => {
  it('is made once when the site takes or refuses it', async () => {
    const { site } = await siteThatAnswers(200, 413);
    expect((await post(site))?.status).toBe(200);
    expect((await post(site))?.status).toBe(413);
    expect(asked).toBe(2);
  });

  it.each([429, 502, 503, 504])(
    'is made again after %s until the site takes it',
    async (status) => {
      const { site } = await siteThatAnswers(status, status, status, status, 200);
      expect((await post(site))?.status).toBe(200);
      expect(asked).toBe(5);
    },
  );

  it('is given up when the site fails on it three times, so that others can go on', async () => {
    contentType = 'application/problem+json';
    const { site, gate } = await siteThatAnswers(500);
    expect((await post(site))?.status).toBe(500);
    expect(asked).toBe(3);
    expect(gate.isClosed).toBe(false);
  });

  it('outlives a failure in front of the site, and is given up when that lasts', async () => {
    const { site } = await siteThatAnswers(500, 500, 500, 500, 500, 200);
    expect((await post(site))?.status).toBe(200);
    server?.close();
    asked = 0;
    const { site: lasting, gate } = await siteThatAnswers(500);
    expect((await post(lasting))?.status).toBe(500);
    expect(asked).toBe(6);
    expect(gate.isClosed).toBe(false);
  });

  it('waits at the gate when nobody answers for long, and goes on when the gate opens', async () => {
    const { site, gate, timesAway } = await siteThatAnswers(...Array(6).fill(503), 200);
    const answer = post(site);
    await expect.poll(() => gate.isClosed).toBe(true);
    expect([asked, timesAway()]).toEqual([6, 1]);
    gate.open();
    expect((await answer)?.status).toBe(200);
  });

  it('ends with nothing when the import is cancelled, wherever it waits', async () => {
    const { site, gate, cancelling } = siteOn('http://127.0.0.1:9');
    const answer = post(site);
    await expect.poll(() => gate.isClosed).toBe(true);
    cancelling.abort();
    gate.open();
    expect(await answer).toBeNull();
  });
});
