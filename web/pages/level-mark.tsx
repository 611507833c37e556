/** A level as shape and word: never colour alone. */
import type { FlagLevel } from '../../src/analysis/flags/flag.ts';
import type { UsualLevel } from '../../src/analysis/usual-range.ts';

type Level = FlagLevel | UsualLevel;
type Shape = 'circle' | 'triangle' | 'diamond' | 'dashed-circle';

const SHAPES: Record<Level, Shape> = {
  usual: 'circle',
  note: 'circle',
  above: 'triangle',
  'well-above': 'diamond',
  urgent: 'diamond',
  'not-enough-data': 'dashed-circle',
};

export function LevelMark({ level, word }: { level: Level; word: string }) {
  return (
    <span class="level" data-level={level}>
      <LevelShape level={level} />
      {word}
    </span>
  );
}

export function LevelShape({ level }: { level: Level }) {
  return (
    <svg
      class="level-shape"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      <ShapePath shape={SHAPES[level]} />
    </svg>
  );
}

function ShapePath({ shape }: { shape: Shape }) {
  switch (shape) {
    case 'circle':
      return <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="2.5" />;
    case 'triangle':
      return <path d="M8 2 15 14H1z" fill="currentColor" />;
    case 'diamond':
      return <path d="M8 .5 15.5 8 8 15.5.5 8z" fill="currentColor" />;
    case 'dashed-circle':
      return (
        <circle
          cx="8"
          cy="8"
          r="5.5"
          fill="none"
          stroke="currentColor"
          stroke-width="2"
          stroke-dasharray="3 2.76"
        />
      );
  }
}
