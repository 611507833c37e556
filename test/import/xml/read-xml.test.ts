import { describe, expect, it } from 'vitest';
import { readXml } from '../../../src/import/xml/read-xml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function read(xml: Uint8Array) {
  const texts: string[] = [];
  const result = readXml(xml, { open: () => {}, text: (_, value) => texts.push(value) });
  return { texts, result };
}

describe('reading XML', () => {
  it('shows the elements of a sound file and finds nothing to say', () => {
    expect(read(bytes('<a><b>1</b></a>'))).toEqual({
      texts: ['1'],
      result: { ok: true, value: null },
    });
  });

  it('tells where, in bytes, a file is not sound', () => {
    expect(read(bytes('<ä>Läufe</x><b>1</b></ä>'))).toEqual({
      texts: ['Läufe', '1'],
      result: { ok: true, value: { kind: 'damaged', byteOffset: 10 } },
    });
  });

  it('refuses what is larger than any recording, before it decodes it', () => {
    expect(read(new Uint8Array(60_000_001)).result).toMatchObject({
      ok: false,
      error: { kind: 'too-large', limitBytes: 60_000_000 },
    });
  });
});

describe('XML that asks for more than reading', () => {
  const laughs = Array.from(
    { length: 20 },
    (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`,
  ).join('');

  it.each([
    ['entities within entities', `<!DOCTYPE a [<!ENTITY l0 "ha">${laughs}]><a>&l20;</a>`],
    ['a file of the machine', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['a document from elsewhere', '<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a>1</a>'],
    ['elements nested without end', '<a>'.repeat(10_000)],
    ['a name that JavaScript reserves', '<a><b __proto__="1">2</b></a>'],
  ])('is refused: %s', (_, xml) => {
    const { texts, result } = read(bytes(xml));
    expect(texts).toEqual([]);
    expect(result).toMatchObject({ ok: false, error: { kind: 'unreadable' } });
  });

  it('is not refused for entities that were never declared: they stay what is written', () => {
    expect(read(bytes('<a>&l20; &amp; &#65;</a>')).texts).toEqual(['&l20; &amp; &#65;']);
  });
});
