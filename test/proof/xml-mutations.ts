/** GPX and TCX files whose markup or values are not what they seem; and markup made to cost more than it weighs. */
import type { SeededRandom } from '../../fixtures/seeded-random.ts';
import { type Mutate, pick } from './byte-mutations.ts';

const LARGEST_CHARACTERS = 300_000;
const NUMBERS = [
  '',
  '-1',
  '0',
  'NaN',
  'Infinity',
  '1e308',
  '-1e400',
  '0x10',
  '1,5',
  '9'.repeat(400),
];
const TIMES = [
  '',
  '1970-01-01T00:00:00Z',
  '1989-12-31T00:00:00Z',
  '2026-03-02T07:00:00Z',
  '2026-03-02T07:00:00+99:99',
  '9999-12-31T23:59:59Z',
  '+275760-09-13T00:00:00.000Z',
  '0000-00-00T00:00:00Z',
  'yesterday',
];
const PIECES = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?xml ',
  '?>',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '<!DOCTYPE a SYSTEM "file:///etc/hostname">',
  '&b;',
  '&#0;',
  '&#x110000;',
  '&amp;'.repeat(1000),
  '<__proto__>',
  '<a b="',
  '\0',
  '\uFEFF',
  '\uD800',
  'x'.repeat(20_000),
];

type MutateText = (text: string, random: SeededRandom) => string;

/** A share of the matches of `pattern` replaced. */
function someReplaced(
  text: string,
  pattern: RegExp,
  random: SeededRandom,
  values: string[],
): string {
  const share = pick([0.001, 0.02, 0.5, 1], random);
  const one = random.next() < 0.5 ? pick(values, random) : null;
  return text.replace(pattern, (whole) =>
    random.next() < share ? (one ?? pick(values, random)) : whole,
  );
}

const numbers: MutateText = (text, random) =>
  someReplaced(text, /(?<=[>"'])-?\d+(?:\.\d+)?(?=[<"'])/g, random, NUMBERS);

const times: MutateText = (text, random) =>
  someReplaced(text, /\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)?/g, random, TIMES);

const names: MutateText = (text, random) => {
  const found = [...new Set(text.match(/(?<=<)[\w:]+/g) ?? ['gpx'])];
  const [from, to] = [pick(found, random), pick([...found, '__proto__', 'x'.repeat(300)], random)];
  return random.next() < 0.5 ? text.replaceAll(`<${from}`, `<${to}`) : text.replaceAll(from, to);
};

const pieces: MutateText = (text, random) => {
  let mutated = text;
  for (let left = random.whole(1, 8); left > 0; left--) {
    const at = random.whole(0, mutated.length);
    mutated = mutated.slice(0, at) + pick(PIECES, random) + mutated.slice(at);
  }
  return mutated;
};

/** Lines, which in these files are elements, lost or in another order. */
const order: MutateText = (text, random) => {
  const lines = text.split(/(?<=>)/);
  for (let left = random.whole(1, 50); left > 0; left--) {
    const [line = ''] = lines.splice(random.whole(0, lines.length - 1), 1);
    if (random.next() < 0.7) lines.splice(random.whole(0, lines.length), 0, line);
  }
  return lines.join('');
};

/** One element, or an opening of one, as often as it fits. */
const bomb: MutateText = (text, random) => {
  const elements = text.match(/<[^<>]{1,80}>/g) ?? ['<gpx>'];
  const some = Array.from({ length: random.whole(1, 4) }, () => pick(elements, random));
  const part = random.next() < 0.7 ? some.join('') : pick(PIECES, random);
  const at = text.indexOf('>', random.whole(0, text.length)) + 1;
  const times = Math.floor(random.whole(1000, LARGEST_CHARACTERS) / part.length);
  return text.slice(0, at) + part.repeat(times) + text.slice(at);
};

function ofText(mutate: MutateText): Mutate {
  return (bytes, random) => {
    const text = mutate(new TextDecoder().decode(bytes), random);
    return random.next() < 0.9 ? new TextEncoder().encode(text) : utf16(text);
  };
}

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let i = 0; i < text.length; i++) view.setUint16(2 + 2 * i, text.charCodeAt(i), true);
  return bytes;
}

export const XML_MUTATIONS: Readonly<Record<string, Mutate>> = {
  numbers: ofText(numbers),
  times: ofText(times),
  names: ofText(names),
  pieces: ofText(pieces),
  order: ofText(order),
  bomb: ofText(bomb),
};
