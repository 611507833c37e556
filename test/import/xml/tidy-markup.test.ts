import { describe, expect, it } from 'vitest';
import { tidyMarkup } from '../../../src/import/xml/tidy-markup.ts';

const tidy = (xml: string) => tidyMarkup(xml).markup;

describe('tidying sound markup', () => {
  it.each([
    '<a><b c="1">2</b><d/></a>',
    "<a b='>' c=\"'\">3 &amp; 4</a>",
    '<x:a><![CDATA[<b>]]></x:a>',
    '<größe:ä/>',
  ])('leaves it as it is: %s', (xml) => {
    expect(tidyMarkup(xml)).toEqual({ markup: xml, fault: null });
  });

  it('drops declarations, comments, instructions and whatever lies around the root', () => {
    const xml = ' \ufeff<?xml version="1.0"?><!-- <c> --><a><!-- > --><b/><?run ?>1</a>\n<z/> rest';
    expect(tidyMarkup(xml)).toEqual({ markup: '<a><b/>1</a>', fault: null });
  });
});

describe('tidying broken markup', () => {
  it.each([
    ['an end tag that is missing', '<a><b><c>1</b></a>', '<a><b><c>1</c></b></a>', 10],
    ['an end tag of nothing', '<a>1</b></a>', '<a>1</a>', 4],
    ['end tags in the wrong order', '<a><b><c>1</b></c></a>', '<a><b><c>1</c></b></a>', 10],
    ['a tag that is not closed', '<a><b<c>1</c></a>', '<a><c>1</c></a>', 3],
    ['a quote that is not closed', '<a><b c="1><d>2</d></a>', '<a><d>2</d></a>', 3],
    ['a declaration that is none', '<a><!b>1</a>', '<a>b>1</a>', 3],
  ])('mends %s and says where', (_, xml, markup, at) => {
    expect(tidyMarkup(xml)).toEqual({ markup, fault: { kind: 'damaged', at } });
  });

  it('takes a "<" that opens nothing for text', () => {
    expect(tidyMarkup('<a>1 < 2 <3</a>')).toEqual({ markup: '<a>1  2 3</a>', fault: null });
  });

  it.each([
    ['in a tag', '<a><b>1</b><c d', '<a><b>1</b>', 11],
    ['behind a "<"', '<a>1<', '<a>1', 4],
    ['in text', '<a><b>1', '<a><b>1', 7],
    ['in a comment', '<a>1<!-- ', '<a>1', 4],
    ['in character data', '<a>1<![CDATA[2', '<a>1', 4],
  ])('keeps what comes before an end %s', (_, xml, markup, at) => {
    expect(tidyMarkup(xml)).toEqual({ markup, fault: { kind: 'truncated', at } });
  });

  it('says where it was first broken', () => {
    expect(tidyMarkup('<a>1</b></c><d').fault).toEqual({ kind: 'damaged', at: 4 });
  });
});

describe('markup that asks for too much', () => {
  it.each(['<!DOCTYPE a><a/>', '<!doctype a [<!ENTITY b "c">]><a>&b;</a>', '<a><!DOCTYPE b></a>'])(
    'is not read from its document type on: %s',
    (xml) => {
      const { markup, fault } = tidyMarkup(xml);
      expect(fault?.kind).toBe('document-type');
      expect(markup).not.toContain('ENTITY');
      expect(markup).not.toContain('DOCTYPE');
    },
  );

  it('may be 64 elements deep and no deeper', () => {
    expect(tidyMarkup('<a>'.repeat(64)).fault?.kind).toBe('truncated');
    expect(tidyMarkup('<a>'.repeat(65)).fault).toEqual({ kind: 'too-complex', at: 64 * 3 });
  });

  it('may have a million elements and no more', () => {
    expect(tidyMarkup(`<a>${'<b/>'.repeat(999_999)}</a>`).fault).toBeNull();
    expect(tidyMarkup(`<a>${'<b/>'.repeat(1_000_000)}</a>`).fault?.kind).toBe('too-complex');
  });

  it('loses text of more than 16,384 characters between two tags, in one piece or in many', () => {
    const long = 'x'.repeat(16_384);
    expect(tidy(`<a>${long}</a>`)).toBe(`<a>${long}</a>`);
    expect(tidy(`<a>${long}x</a>`)).toBe('<a></a>');
    expect(tidy(`<a>${'x<!-- -->'.repeat(20_000)}<b>y</b></a>`)).toHaveLength(16_384 + 15);
    expect(tidy(`<a>${'<![CDATA[x]]>'.repeat(20_000)}</a>`).length).toBeLessThan(16_400);
  });

  it('loses as much at a sudden end, where no tag follows', () => {
    const long = 'x'.repeat(16_384);
    expect(tidy(`<a>${long}`)).toBe(`<a>${long}`);
    expect(tidy(`<a>${long}x`)).toBe('<a>');
    expect(tidyMarkup(`<a>${long}x`).fault).toEqual({ kind: 'truncated', at: 16_388 });
  });

  it('loses a tag of more than 16,384 characters', () => {
    const tag = (length: number) => `<b c="${'x'.repeat(length - 8)}">`;
    expect(tidy(`<a>${tag(16_384)}</b></a>`)).toHaveLength(3 + 16_384 + 8);
    expect(tidy(`<a>${tag(16_385)}</b></a>`).length).toBeLessThan(12);
  });
});
