/** One run as its page and the API show it: judged among the others, and along its way as the kept bytes tell. */
import { segmentLengthM } from '../../web/format.ts';
import { RUN_CHART_POINTS, type RunDetailView } from '../../web/pages/run-page.tsx';
import { runCourse } from '../athlete/run-course.ts';
import type { RunAnswer } from '../athlete/runner.ts';

/** `bytes` are the raw file of the run; `null` when it cannot be read again. */
export function runView(
  { run, source, settings, about }: RunAnswer,
  bytes: Uint8Array | null,
): RunDetailView {
  const detail = {
    segmentLengthM: segmentLengthM(settings.units),
    seriesPoints: RUN_CHART_POINTS,
  };
  return {
    ...run,
    fileName: source.fileName,
    utcOffsetS: source.utcOffsetS,
    about,
    strava: source.strava,
    warnings: source.warnings.filter(
      ({ kind, message }) =>
        source.storedAs === null ||
        // What the run says of a thing is nearer than what its file says.
        run.exposure.warnings.every((own) => own.kind !== kind || own.message === message),
    ),
    course: bytes === null ? null : runCourse(bytes, source, detail),
  };
}
