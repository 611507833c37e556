/** The run page's cursor. */
export function startRun(root: HTMLElement): void {
  root.classList.add('is-ready');
}
