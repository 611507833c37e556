/**
 * The one place where `fast-xml-parser` is used: it reads names, attributes and text of tidy markup and reports them one
 * by one, in document order. No tree is built, so a long activity costs no more memory than its samples. Namespace
 * prefixes are left out: `gpxtpx:hr`, `ns3:hr` and `hr` are one name.
 */
import { type MatcherView, XMLParser } from 'fast-xml-parser';

export interface ElementVisitor {
  /** `path` holds the names from the root to the element itself; it changes after the call. */
  open(path: readonly string[], attributes: Attributes): void;
  /** Trimmed, never empty. An element mixed with others reports each piece. */
  text(path: readonly string[], value: string): void;
}

export type Attributes = Readonly<Record<string, string>>;

/** `markup` as `tidyMarkup` gives it. Returns why the parser gave up; what it had read by then was reported. */
export function walkElements(markup: string, visitor: ElementVisitor): string | null {
  const path: string[] = [];
  const parser = new XMLParser({
    attributeNamePrefix: '',
    ignoreAttributes: false,
    removeNSPrefix: true,
    parseTagValue: false,
    processEntities: false,
    jPath: false,
    updateTag: (name: string, at: unknown, attributes: Attributes | undefined) => {
      path.length = depthOf(at) - 1;
      path.push(name);
      visitor.open(path, attributes ?? NO_ATTRIBUTES);
      // Kept out of the tree: nothing is ever asked of it.
      return false;
    },
    tagValueProcessor: (_: string, value: string, at: unknown) => {
      path.length = depthOf(at);
      const text = value.trim();
      if (text !== '') visitor.text(path, text);
      return value;
    },
  });
  try {
    parser.parse(markup);
    return null;
  } catch (error) {
    // What the parser refuses (names that JavaScript reserves) it refuses with plain errors; others are bugs.
    if (error instanceof Error && error.constructor === Error) return error.message;
    throw error;
  }
}

const NO_ATTRIBUTES: Attributes = {};

/** The parser hands out its own place in the document, as `jPath: false` asks it to. */
const depthOf = (at: unknown): number => (at as MatcherView).getDepth();
