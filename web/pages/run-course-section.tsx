/** The run from start to end: load strip, pace, altitude and cadence on one cursor, a table of segments. */
import { pointAt, type RunChartData, runChartData } from '../chart-data/run-chart-data.ts';
import { distanceUnit, formatRunDistance } from '../format.ts';
import { hardestSentence, RUN, segmentTable } from '../words/en/run.ts';
import {
  hasChart,
  type PlaceItem,
  placeItems,
  placeText,
  RUN_CHART_IDS,
  RUN_CHART_MISSING,
  RUN_CHARTS,
  type RunChartId,
} from '../words/en/run-place.ts';
import { DataBlock } from './data-block.tsx';
import { isWithin, LoadStrip } from './load-strip.tsx';
import type { PageContext } from './page-context.ts';
import type { RunCourse } from './run-page.tsx';

export interface RunCourseSectionProps {
  context: PageContext;
  course: RunCourse;
}

export function RunCourseSection({ context, course }: RunCourseSectionProps) {
  return (
    <>
      {course.segments.length > 1 && <StripFigure context={context} course={course} />}
      {course.series !== null && (
        <CourseCharts
          context={context}
          data={runChartData(course.series)}
          startM={firstHardMetre(course)}
        />
      )}
      {course.segments.length > 0 && <Segments context={context} course={course} />}
    </>
  );
}

/** Where the cursor stands at first: in the hardest part, if there is one. */
function firstHardMetre({ segments, heaviest }: RunCourse): number {
  const segment = heaviest === null ? undefined : segments[heaviest.first];
  return segment?.startM ?? 0;
}

function StripFigure({ context, course }: RunCourseSectionProps) {
  const { segments, heaviest } = course;
  const sentence = hardestSentence(segments, heaviest, context.units);
  return (
    <figure class="card strip-figure">
      <figcaption>
        <h2>{RUN.strip}</h2>
        <p class="axis-unit">{RUN.stripUnit(distanceUnit(context.units))}</p>
      </figcaption>
      <LoadStrip segments={segments} heaviest={heaviest} label={`${RUN.strip}. ${sentence}`} />
      <p class="strip-scale" aria-hidden="true">
        <span>0</span>
        {heaviest !== null && (
          <span class="readout-item">
            <span class="swatch" data-swatch="hardest" />
            {RUN.hardest}
          </span>
        )}
        <span>{formatRunDistance(segments.at(-1)?.endM ?? 0, context.units)}</span>
      </p>
    </figure>
  );
}

function CourseCharts({
  context,
  data,
  startM,
}: {
  context: PageContext;
  data: RunChartData;
  startM: number;
}) {
  const index = pointAt(data, startM);
  const items = placeItems(data, index, context.units);
  return (
    <section class="course" aria-labelledby="course-title" data-run-charts>
      <h2 id="course-title" class="visually-hidden">
        {RUN.course}
      </h2>
      <noscript>
        <p class="notice">{RUN.noScript(context.units)}</p>
      </noscript>
      <div class="card course-charts">
        {RUN_CHART_IDS.map((id) => (
          <CourseChart context={context} data={data} id={id} />
        ))}
      </div>
      <section class="stepper place-stepper" aria-label={RUN.place}>
        <output for="place" aria-live="off" data-part="place">
          <PlaceItems items={items} />
        </output>
        <label class="visually-hidden" for="place">
          {RUN.place}
        </label>
        <input
          id="place"
          type="range"
          min="0"
          max={data.speedMps.length - 1}
          value={index}
          step="1"
          aria-valuetext={placeText(items)}
        />
      </section>
      <DataBlock id="run-data" data={{ data, units: context.units, index }} />
    </section>
  );
}

function CourseChart({
  context,
  data,
  id,
}: {
  context: PageContext;
  data: RunChartData;
  id: RunChartId;
}) {
  const { title, unit } = RUN_CHARTS[id];
  return (
    <figure data-run-chart={id}>
      <figcaption>
        <h3>{title}</h3>
        {hasChart(data, id) && <p class="axis-unit">{unit(context.units)}</p>}
      </figcaption>
      {hasChart(data, id) ? (
        <div class="chart-box">
          <canvas role="img" aria-label={`${title}. ${rangeOf(data, context)}`} />
        </div>
      ) : (
        <p class="chart-note">{RUN_CHART_MISSING[id]}</p>
      )}
    </figure>
  );
}

/** Start and end of the cursor in words: the slider tells every place between. */
const rangeOf = (data: RunChartData, { units }: PageContext): string =>
  `${placeText(placeItems(data, 0, units))} … ${placeText(placeItems(data, data.speedMps.length - 1, units))}`;

/** Kept in step with `renderPlace` of the browser's script. */
function PlaceItems({ items }: { items: readonly PlaceItem[] }) {
  return (
    <>
      {items.map(({ name, value }) => (
        <span class="readout-item">
          <span class="readout-name">{name}</span> <span class="number">{value}</span>
        </span>
      ))}
    </>
  );
}

function Segments({ context, course }: RunCourseSectionProps) {
  const { segments, heaviest } = course;
  const table = segmentTable(segments, context.units);
  return (
    <section class="card segments-card" aria-labelledby="segments-title">
      <h2 id="segments-title">{RUN.segments(context.units)}</h2>
      <table class="segment-table">
        <thead>
          <tr>
            {table.head.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells], index) => (
            <tr class={isWithin(index, heaviest) ? 'is-hardest' : undefined}>
              <th scope="row">
                {name}
                {isWithin(index, heaviest) && <span class="visually-hidden"> ({RUN.hardest})</span>}
              </th>
              {cells.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
