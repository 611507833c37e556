/** Estimated load per kilometre along the run, as bars as wide as their segment; the hardest part stands out. */
import type { HeaviestStretch, RunSegment } from '../../src/analysis/segment-load.ts';

const WIDTH = 1000;
const HEIGHT = 100;
const GAP = 4;

export interface LoadStripProps {
  segments: readonly RunSegment[];
  heaviest: HeaviestStretch | null;
  label: string;
}

export function LoadStrip({ segments, heaviest, label }: LoadStripProps) {
  const totalM = segments[segments.length - 1]?.endM ?? 0;
  const highest = Math.max(...segments.map(loadPerMetre));
  if (totalM === 0 || highest === 0) return null;
  return (
    <svg
      class="load-strip"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {segments.map((segment, index) => {
        const height = Math.round((HEIGHT * loadPerMetre(segment)) / highest);
        const left = (WIDTH * segment.startM) / totalM;
        const right = (WIDTH * segment.endM) / totalM;
        return (
          <rect
            class={isWithin(index, heaviest) ? 'strip-hardest' : 'strip-rest'}
            x={Math.round(left)}
            y={HEIGHT - height}
            width={Math.max(1, Math.round(right - left) - GAP)}
            height={height}
          />
        );
      })}
    </svg>
  );
}

const loadPerMetre = ({ loadAeKm, startM, endM }: RunSegment): number =>
  endM > startM ? loadAeKm / (endM - startM) : 0;

export const isWithin = (index: number, heaviest: HeaviestStretch | null): boolean =>
  heaviest !== null && index >= heaviest.first && index <= heaviest.last;
