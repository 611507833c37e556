/** Small elements made by script; text only ever as text. */

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: { className?: string; text?: string } = {},
  children: readonly Node[] = [],
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (properties.className !== undefined) made.className = properties.className;
  if (properties.text !== undefined) made.textContent = properties.text;
  made.append(...children);
  return made;
}

/** The marked part of a figure or control; a page without it is a bug. */
export function part(root: ParentNode, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (found === null) throw new Error(`The page has no part "${name}".`);
  return found;
}

/** The JSON that the server put into the page. */
export function readDataBlock<Data>(id: string): Data {
  const block = document.getElementById(id);
  if (block === null) throw new Error(`The page has no data block "${id}".`);
  return JSON.parse(block.textContent ?? '') as Data;
}
