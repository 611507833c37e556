import { describe, expect, it } from 'vitest';
import { areSealingKeys, openText, sealingKeys, sealText } from '../../src/account/sealed-text.ts';

const keyOf = (letter: string) => `${letter.repeat(42)}A`;
const secretOf = (...kids: string[]) =>
  JSON.stringify(kids.map((kid) => ({ kid, key: keyOf(kid.slice(-1)) })));

const PLACE = { athleteId: 'athlete-a', field: 'strava-refresh-token' };
const TEXT = 'a token, and more: ü 漢字';

const sealedWith = async (...kids: string[]) =>
  sealText(await sealingKeys(secretOf(...kids)), TEXT, PLACE);

it('opens where it was sealed, and holds nothing that could be read', async () => {
  const keys = await sealingKeys(secretOf('k1'));
  const sealed = await sealText(keys, TEXT, PLACE);
  expect(sealed).toMatch(/^k1\.[\w-]{16}\.[\w-]+$/);
  expect(sealed).not.toContain('token');
  expect(await openText(keys, sealed, PLACE)).toEqual({
    ok: true,
    value: { text: TEXT, isSealedWithOldKey: false },
  });
});

it('never looks the same twice', async () => {
  expect(await sealedWith('k1')).not.toBe(await sealedWith('k1'));
});

describe('keys rotate', () => {
  it('the newest seals', async () => {
    expect(await sealedWith('k2', 'k1')).toMatch(/^k2\./);
  });

  it('an older one opens, and tells that it is old', async () => {
    const sealed = await sealedWith('k1');
    expect(await openText(await sealingKeys(secretOf('k2', 'k1')), sealed, PLACE)).toEqual({
      ok: true,
      value: { text: TEXT, isSealedWithOldKey: true },
    });
  });

  it('one that is gone opens nothing', async () => {
    const keys = await sealingKeys(secretOf('k2'));
    expect(await openText(keys, await sealedWith('k1'), PLACE)).toEqual({
      ok: false,
      error: 'unknown-key',
    });
  });
});

describe('does not open', () => {
  it.each([
    { ...PLACE, athleteId: 'athlete-b' },
    { ...PLACE, field: 'strava-access-token' },
  ])('in another place: %j', async (place) => {
    const keys = await sealingKeys(secretOf('k1'));
    expect(await openText(keys, await sealedWith('k1'), place)).toEqual({
      ok: false,
      error: 'forged',
    });
  });

  it('with any of its characters changed', async () => {
    const keys = await sealingKeys(secretOf('k1'));
    const sealed = await sealedWith('k1');
    for (let at = 0; at < sealed.length - 1; at++) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'B' ? 'C' : 'B') + sealed.slice(at + 1);
      expect((await openText(keys, changed, PLACE)).ok, changed).toBe(false);
    }
  });

  it('under the name of another key', async () => {
    const keys = await sealingKeys(secretOf('k2', 'k1'));
    const renamed = (await sealedWith('k1')).replace(/^k1/, 'k2');
    expect(await openText(keys, renamed, PLACE)).toEqual({ ok: false, error: 'forged' });
  });

  it.each(['', 'k1', 'k1..', 'k1.AAAAAAAAAAAAAAAA.', 'a plain token'])('"%s"', async (text) => {
    const keys = await sealingKeys(secretOf('k1'));
    expect(await openText(keys, text, PLACE)).toEqual({ ok: false, error: 'malformed' });
  });
});

it.each([
  '',
  '[]',
  '{}',
  `[{"kid":"k1","key":"${'x'.repeat(20)}"}]`,
  `[{"kid":"a.b","key":"${keyOf('x')}"}]`,
  secretOf('k1', 'k1'),
])('a secret that holds no keys is an error without the secret: %#', async (secret) => {
  const failure = await sealingKeys(secret).then(
    () => null,
    (error: Error) => error,
  );
  expect(failure?.message).toMatch(/sealing keys/);
  expect(failure?.message).not.toContain('xxxx');
  expect(failure?.cause).toBeUndefined();
  expect(areSealingKeys(secret)).toBe(false);
});

it('a secret that holds keys is known for one', () => {
  expect(areSealingKeys(secretOf('k2', 'k1'))).toBe(true);
});
