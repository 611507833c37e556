/** The words of every dashboard chart. */
import type { ChartId, ChartScene, ChartWords } from '../chart-words.ts';
import { hillsWords } from './hills-chart.ts';
import { loadWords } from './load-chart.ts';
import { sessionsWords } from './sessions-chart.ts';
import { speedWords } from './speed-chart.ts';
import { symptomsWords } from './symptoms-chart.ts';
import { volumeWords } from './volume-chart.ts';

const WORDS: Record<ChartId, (scene: ChartScene) => ChartWords> = {
  volume: volumeWords,
  hills: hillsWords,
  speed: speedWords,
  load: loadWords,
  symptoms: symptomsWords,
  sessions: sessionsWords,
};

export const chartWords = (id: ChartId, scene: ChartScene): ChartWords => WORDS[id](scene);

/** What a screen reader hears for the drawing. */
export const canvasLabel = ({ title, finding }: ChartWords): string =>
  `${title}. ${finding} The table below holds every value.`;
