import { describe, expect, it } from 'vitest';
import { walkElements } from '../../../src/import/xml/walk-elements.ts';

function walked(markup: string) {
  const seen: string[] = [];
  const refusal = walkElements(markup, {
    open: (path, attributes) => {
      const named = Object.entries(attributes).map(([name, value]) => `${name}=${value}`);
      seen.push(`<${[path.join('/'), ...named].join(' ')}`);
    },
    text: (path, value) => seen.push(`${path.join('/')}: ${value}`),
  });
  return { seen, refusal };
}

describe('walking through elements', () => {
  it('reports them with their path, attributes and text, in order', () => {
    expect(walked('<a x="1"> 2 <b><c/>3</b><b y="4">5</b></a>')).toEqual({
      seen: ['<a x=1', 'a: 2', '<a/b', '<a/b/c', 'a/b: 3', '<a/b y=4', 'a/b: 5'],
      refusal: null,
    });
  });

  it('leaves namespace prefixes out', () => {
    expect(walked('<g:a xmlns:g="u" g:x="1"><h:b>2</h:b></g:a>').seen).toEqual([
      '<a x=1',
      '<a/b',
      'a/b: 2',
    ]);
  });

  it('reports character data as text, and never takes it for markup', () => {
    expect(walked('<a><![CDATA[ <b> ]]></a>').seen).toEqual(['<a', 'a: <b>']);
  });

  it('leaves values as they are written', () => {
    expect(walked('<a x=" 07 ">0x10 &lt; &unknown; 1e3</a>').seen).toEqual([
      '<a x=07',
      'a: 0x10 &lt; &unknown; 1e3',
    ]);
  });

  it('says why it stops at a name that JavaScript reserves', () => {
    const { seen, refusal } = walked('<a><b/><__proto__/><c/></a>');
    expect(seen).toEqual(['<a', '<a/b']);
    expect(refusal).toContain('__proto__');
  });

  it('does not hide a bug of its visitor', () => {
    const visitor = {
      open: () => {
        throw new TypeError('a bug');
      },
      text: () => {},
    };
    expect(() => walkElements('<a/>', visitor)).toThrow('a bug');
  });
});
