/** The one objective marker of the calf, week by week: what was counted. Never "improved": nobody knows how far two counts differ by chance. */
import type { SymptomStrip } from '../../../src/analysis/dashboard-view.ts';
import type { LocalDate } from '../../../src/analysis/local-date.ts';
import { HEEL_RAISE_SYMMETRY } from '../../../src/analysis/policy.ts';
import { formatDayNear, formatNumber, formatShare } from '../../format.ts';

type Count = SymptomStrip['heelRaises'][number];

export const HEEL_RAISES = {
  title: 'Single-leg heel raises',
  left: 'Left',
  right: 'Right',
  head: ['Day', 'Left', 'Right', 'Weaker of stronger'],
  note: 'Single counts vary; look at the row, not at two of them.',
};

/** Weaker ÷ stronger; `null` where neither side managed one. */
const symmetry = ({ left, right }: Count): number | null =>
  Math.max(left, right) === 0 ? null : Math.min(left, right) / Math.max(left, right);

const symmetryText = (count: Count): string => {
  const share = symmetry(count);
  return share === null ? '–' : formatShare(share);
};

/** `Counted 11 times; the last, 15 Nov: 26 left, 24 right, the weaker side at 92%. A common aim is about 90%.` */
export function heelRaisesFinding(counts: readonly Count[], today: LocalDate): string {
  const last = counts[counts.length - 1] as Count;
  const times = counts.length === 1 ? 'Counted once' : `Counted ${counts.length} times; the last`;
  const share = symmetry(last);
  const weaker = share === null || share === 1 ? '' : `, the weaker side at ${formatShare(share)}`;
  return `${times}, ${formatDayNear(last.date, today)}: ${formatNumber(last.left)} left, ${formatNumber(last.right)} right${weaker}. A common aim is about ${formatShare(HEEL_RAISE_SYMMETRY)} of the other side.`;
}

/** Newest first. */
export const heelRaisesRows = (counts: readonly Count[], today: LocalDate): string[][] =>
  counts
    .map((count) => [
      formatDayNear(count.date, today),
      formatNumber(count.left),
      formatNumber(count.right),
      symmetryText(count),
    ])
    .reverse();
