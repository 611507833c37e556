/** The stylesheet's tokens as colours a canvas can use. Read again when the theme changes. */

const TOKENS = {
  surface: '--surface',
  ink: '--ink',
  muted: '--muted',
  accent: '--accent',
  flat: '--flat',
  hill: '--hill',
  fast: '--fast',
  usual: '--usual',
  above: '--above',
  wellAbove: '--well-above',
  band: '--band',
  edge: '--edge',
  line: '--line',
} as const;

export type Fill = string | CanvasPattern;

export interface Palette extends Record<keyof typeof TOKENS, string> {
  fontFamily: string;
  /** Diagonal stripes: a week that is not over. */
  soFar(colour: string): Fill;
  /** Level lines: grade unknown. */
  unknown(colour: string): Fill;
  /** Dots: very fast beside fast. */
  dotted(colour: string): Fill;
}

/** `element` must stand in the document: its inherited theme is the one read. */
export function readPalette(element: HTMLElement): Palette {
  const probe = element.appendChild(document.createElement('span'));
  // Where the system replaces colours, drawings keep their own: see the stylesheet's rule for canvases.
  probe.style.setProperty('forced-color-adjust', 'none');
  const style = getComputedStyle(probe);
  const colours = Object.fromEntries(
    Object.entries(TOKENS).map(([name, token]) => {
      probe.style.setProperty('color', `var(${token})`);
      return [name, style.color];
    }),
  ) as Record<keyof typeof TOKENS, string>;
  const { fontFamily } = style;
  probe.remove();
  const pattern = (colour: string, draw: (tile: CanvasRenderingContext2D) => void): Fill =>
    tiled(colour, colours.surface, draw);
  return {
    ...colours,
    fontFamily,
    soFar: (colour) => pattern(colour, diagonals),
    unknown: (colour) => pattern(colour, levelLines),
    dotted: (colour) => pattern(colour, dots),
  };
}

const TILE = 6;

/** A pattern of `colour` with marks in the colour of the ground. */
function tiled(
  colour: string,
  ground: string,
  draw: (tile: CanvasRenderingContext2D) => void,
): Fill {
  const canvas = document.createElement('canvas');
  canvas.width = TILE;
  canvas.height = TILE;
  const tile = canvas.getContext('2d');
  if (tile === null) return colour;
  tile.fillStyle = colour;
  tile.fillRect(0, 0, TILE, TILE);
  tile.fillStyle = ground;
  tile.strokeStyle = ground;
  draw(tile);
  return tile.createPattern(canvas, 'repeat') ?? colour;
}

function diagonals(tile: CanvasRenderingContext2D): void {
  tile.lineWidth = 2;
  tile.beginPath();
  for (const from of [-TILE, 0, TILE]) {
    tile.moveTo(from - 1, TILE + 1);
    tile.lineTo(from + TILE + 1, -1);
  }
  tile.stroke();
}

function levelLines(tile: CanvasRenderingContext2D): void {
  tile.fillRect(0, 0, TILE, 2);
  tile.fillRect(0, TILE / 2, TILE, 2);
}

function dots(tile: CanvasRenderingContext2D): void {
  for (const [x, y] of [
    [1.5, 1.5],
    [4.5, 4.5],
  ] as const) {
    tile.beginPath();
    tile.arc(x, y, 1, 0, 2 * Math.PI);
    tile.fill();
  }
}
