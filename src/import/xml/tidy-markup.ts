/**
 * XML as services write it, and as broken downloads leave it → well-formed markup of elements, attributes, text and CDATA
 * alone, before any parser sees it. Comments, processing instructions and whatever lies outside the root are dropped,
 * stray and missing end tags are mended. One pass, linear in the length of the text.
 *
 * Document types are never read: without them there are no entities to expand and nothing to fetch. Tags, text and depth
 * are bounded, so that no parser behind has to be trusted with that.
 */

/** Characters of one tag. A GPX root with all its namespaces has about 1,500. */
const LONGEST_TAG = 16_384;
/** Characters of text from one tag to the next. More than that holds notes or pictures, never a number; it is dropped. */
const LONGEST_TEXT = 16_384;
/** Nested elements. GPX and TCX with extensions nest 9. */
const DEEPEST_ELEMENT = 64;
/** Elements. A day at one point a second with every extension has 900,000. */
const MOST_ELEMENTS = 1_000_000;

export interface TidyMarkup {
  markup: string;
  fault: MarkupFault | null;
}

/** The first thing found wrong, and where (in characters). `truncated`: all is well up to a sudden end. */
export interface MarkupFault {
  kind: 'document-type' | 'too-complex' | 'damaged' | 'truncated';
  at: number;
}

export function tidyMarkup(xml: string): TidyMarkup {
  const tidier = new Tidier(xml);
  while (tidier.step());
  return tidier.finished();
}

class Tidier {
  readonly #xml: string;
  readonly #kept: string[] = [];
  /** Names of the open elements, from the root inward. */
  readonly #open: string[] = [];
  #fault: MarkupFault | null = null;
  #elements = 0;
  /** Characters of text that may still come before the next tag. */
  #textLeft = LONGEST_TEXT;
  #at = 0;
  /** From here on to `#at`, text is kept as it is. */
  #from = 0;

  constructor(xml: string) {
    this.#xml = xml;
  }

  /** Takes the text up to the next piece of markup, and that piece. False at the end. */
  step(): boolean {
    const xml = this.#xml;
    const start = xml.indexOf('<', this.#at);
    if (start === -1) return this.#end();
    this.#text(this.#at, start);
    if (xml[start + 1] === '?') return this.#skip(start, '?>');
    if (xml[start + 1] !== '!') return this.#tag(start);
    if (xml.startsWith('<!--', start)) return this.#skip(start, '-->');
    if (xml.startsWith('<![CDATA[', start)) return this.#characterData(start);
    if (DOCUMENT_TYPE.test(xml.slice(start, start + 9))) return this.#stop('document-type', start);
    return this.#broken(start, start + 2);
  }

  finished(): TidyMarkup {
    this.#flush(this.#at);
    return { markup: this.#kept.join(''), fault: this.#fault };
  }

  #tag(start: number): boolean {
    const { end, isWhole } = tagAt(this.#xml, start);
    if (!isWhole && end === this.#xml.length) return this.#cutShort(start);
    if (!isWhole) return this.#broken(start, end);
    this.#textLeft = LONGEST_TEXT;
    const isEndTag = this.#xml[start + 1] === '/';
    const name = nameAt(this.#xml, isEndTag ? start + 2 : start + 1);
    if (isEndTag) return this.#close(name, start, end);
    if (++this.#elements > MOST_ELEMENTS) return this.#stop('too-complex', start);
    if (this.#xml[end - 2] !== '/') {
      if (this.#open.length === DEEPEST_ELEMENT) return this.#stop('too-complex', start);
      this.#open.push(name);
    }
    this.#at = end;
    return true;
  }

  /** A "<" alone is text that somebody forgot to escape. */
  #broken(start: number, end: number): boolean {
    if (end > start + 1) this.#note('damaged', start);
    this.#drop(start, end);
    return true;
  }

  #close(name: string, start: number, end: number): boolean {
    const depth = this.#open.lastIndexOf(name);
    if (depth === -1) {
      this.#note('damaged', start);
      this.#drop(start, end);
      return true;
    }
    if (depth < this.#open.length - 1) {
      this.#note('damaged', start);
      this.#flush(start);
      for (const unclosed of this.#open.slice(depth + 1).reverse())
        this.#kept.push(`</${unclosed}>`);
      this.#from = start;
    }
    this.#open.length = depth;
    this.#at = end;
    return depth > 0;
  }

  #characterData(start: number): boolean {
    const end = this.#xml.indexOf(']]>', start);
    if (end === -1) return this.#cutShort(start);
    this.#text(start, end + 3);
    return true;
  }

  #text(from: number, to: number): void {
    this.#textLeft -= to - from;
    if (this.#open.length === 0 || this.#textLeft < 0) this.#drop(from, to);
    this.#at = to;
  }

  #skip(start: number, terminator: string): boolean {
    const end = this.#xml.indexOf(terminator, start + 2);
    if (end === -1) return this.#cutShort(start);
    this.#drop(start, end + terminator.length);
    return true;
  }

  #end(): boolean {
    if (this.#open.length === 0) return false;
    this.#text(this.#at, this.#xml.length);
    return this.#cutShort(this.#xml.length);
  }

  #cutShort(start: number): boolean {
    this.#at = start;
    return this.#stop('truncated', start);
  }

  #stop(kind: MarkupFault['kind'], at: number): boolean {
    this.#note(kind, at);
    this.#at = at;
    return false;
  }

  #note(kind: MarkupFault['kind'], at: number): void {
    this.#fault ??= { kind, at };
  }

  #drop(from: number, to: number): void {
    this.#flush(from);
    this.#from = to;
    this.#at = to;
  }

  #flush(to: number): void {
    if (to > this.#from) this.#kept.push(this.#xml.slice(this.#from, to));
    this.#from = to;
  }
}

const DOCUMENT_TYPE = /^<!doctype$/i;

interface Tag {
  /** Just behind it. Where it is not whole: where reading can go on. */
  end: number;
  isWhole: boolean;
}

/** The tag that begins at `start`. A "<" inside, even quoted, shows that its own ">" is missing. */
function tagAt(xml: string, start: number): Tag {
  if (!beginsName(xml.charCodeAt(start + 1))) return { end: start + 1, isWhole: false };
  const limit = Math.min(xml.length, start + LONGEST_TAG);
  let quote = 0;
  for (let at = start + 1; at < limit; at++) {
    const code = xml.charCodeAt(at);
    if (code === CODE['<']) return { end: at, isWhole: false };
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === CODE['>']) return { end: at + 1, isWhole: true };
    else if (code === CODE['"'] || code === CODE["'"]) quote = code;
  }
  return { end: limit, isWhole: false };
}

function nameAt(xml: string, start: number): string {
  let end = start;
  for (let code = xml.charCodeAt(end); !endsName(code); code = xml.charCodeAt(end)) end++;
  return xml.slice(start, end);
}

const CODE = { '"': 0x22, "'": 0x27, '/': 0x2f, ':': 0x3a, '<': 0x3c, '>': 0x3e, _: 0x5f } as const;

const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** Of an element, or the slash of an end tag; `NaN`, the end of the text, begins one that is cut short. */
const beginsName = (code: number): boolean =>
  isLetter(code) ||
  code > 0x7f ||
  code === CODE['/'] ||
  code === CODE[':'] ||
  code === CODE._ ||
  Number.isNaN(code);

const endsName = (code: number): boolean =>
  code <= 0x20 || code === CODE['/'] || code === CODE['>'];
