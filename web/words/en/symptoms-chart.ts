/** The symptom strip: how the tendon felt, day by day, below the load of the same days. A day without a word is a gap. */
import type { Period } from '../../chart-data/period.ts';
import { type SaidDay, saidDays } from '../../chart-data/symptom-days.ts';
import { formatDayNear, formatMinutes, formatNumber, formatWeekdayDay } from '../../format.ts';
import type { ChartScene, ChartWords, ReadoutItem, TableWords } from '../chart-words.ts';
import { capitalised, counted } from './levels.ts';
import { periodRowName } from './periods.ts';

const NOT_SAID = 'not said';

export function symptomsWords(scene: ChartScene): ChartWords {
  const isMonths = scene.periods[0]?.kind === 'month';
  return {
    title: 'How the tendon felt',
    unit: isMonths
      ? 'of 10: median stiffness, worst pain'
      : 'of 10; below: mornings after, shoes, strengthening',
    finding: isMonths ? monthsFinding(scene) : daysFinding(scene),
    note: 'A day without a check-in is a gap: nobody knows how it felt.',
    readout: isMonths ? monthReadout(scene) : weekReadout(scene),
    get table() {
      return isMonths ? monthTable(scene) : dayTable(scene);
    },
  };
}

/** Of the periods shown. */
export function daysOf({ data, periods }: ChartScene): SaidDay[] {
  const [first, last] = [periods[0] as Period, periods[periods.length - 1] as Period];
  return saidDays(data, first.start, last.end);
}

const ofTen = (value: number | null): string =>
  value === null ? NOT_SAID : `${formatNumber(value)} of 10`;

const isWorse = ({ said }: SaidDay): boolean => said?.nextDayResponse === 'worse';

function daysFinding(scene: ChartScene): string {
  const days = daysOf(scene).filter(({ said }) => said !== null);
  const last = days[days.length - 1];
  if (last?.said == null) return 'Nothing was said of these weeks.';
  const { stiffness, pain } = last.said;
  const when = formatDayNear(last.date, scene.data.today);
  const answers = days.filter(({ said }) => said?.nextDayResponse != null);
  const worse = answers.filter(isWorse).length;
  const answered =
    answers.length === 0
      ? ''
      : ` Worse on ${worse} of ${counted(answers.length, 'answered morning')} after a run.`;
  return `Said on ${counted(days.length, 'day')}; the last, ${when}: stiffness ${ofTen(stiffness)}, pain ${ofTen(pain)}.${answered}`;
}

function monthsFinding({ periods }: ChartScene): string {
  const days = periods.reduce((sum, { symptoms }) => sum + (symptoms?.daysSaid ?? 0), 0);
  const worse = periods.reduce((sum, { symptoms }) => sum + (symptoms?.worseMornings ?? 0), 0);
  return `Said on ${counted(days, 'day')}; ${counted(worse, 'morning')} after a run worse.`;
}

function weekReadout(scene: ChartScene): ReadoutItem[] {
  const { start, end } = scene.periods[scene.selected] as Period;
  const days = saidDays(scene.data, start, end);
  const values = (read: (day: NonNullable<SaidDay['said']>) => number | null): number[] =>
    days.flatMap(({ said }) => (said === null ? [] : (read(said) ?? [])));
  const responses = days.filter(({ said }) => said?.nextDayResponse != null);
  const shoes = days.flatMap(({ shoe }) => shoe ?? []);
  const trained = days.filter(({ said }) => said?.didStrengthen === true).length;
  return [
    { swatch: 'stiffness', name: 'Stiffness', value: span(values(({ stiffness }) => stiffness)) },
    { swatch: 'pain', name: 'Pain', value: span(values(({ pain }) => pain)) },
    { swatch: 'worse', name: 'Worse after', value: share(responses.filter(isWorse), responses) },
    {
      swatch: 'not-worse',
      name: 'Same or better',
      value: share(
        responses.filter((day) => !isWorse(day)),
        responses,
      ),
    },
    { swatch: 'shoe', name: 'New shoe', value: shoes.length === 0 ? 'none' : shoes.join(', ') },
    { swatch: 'strengthening', name: 'Strengthening', value: counted(trained, 'day') },
  ];
}

const share = (some: readonly unknown[], all: readonly unknown[]): string =>
  all.length === 0 ? NOT_SAID : `${some.length} of ${all.length}`;

/** `2 of 10`, `1–4 of 10`. */
function span(values: readonly number[]): string {
  if (values.length === 0) return NOT_SAID;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high ? ofTen(low) : `${formatNumber(low)}–${ofTen(high)}`;
}

function monthReadout({ periods, selected }: ChartScene): ReadoutItem[] {
  const { symptoms } = periods[selected] as Period;
  return [
    { swatch: 'stiffness', name: 'Median stiffness', value: ofTen(symptoms?.stiffness ?? null) },
    { swatch: 'pain', name: 'Worst pain', value: ofTen(symptoms?.pain ?? null) },
    {
      swatch: 'worse',
      name: 'Worse after',
      value: counted(symptoms?.worseMornings ?? 0, 'morning'),
    },
    { swatch: null, name: 'Said on', value: counted(symptoms?.daysSaid ?? 0, 'day') },
  ];
}

const cell = (value: number | null): string => (value === null ? '–' : formatNumber(value));

function dayTable(scene: ChartScene): TableWords {
  return {
    head: ['Day', 'Stiffness', 'Lasting', 'Pain', 'Morning after', 'Strengthening', 'New shoe'],
    rows: daysOf(scene)
      .map(({ date, said, shoe }) => [
        `${formatWeekdayDay(date)}${said?.isEdited ? ', edited' : ''}`,
        cell(said?.stiffness ?? null),
        said?.stiffnessMin == null ? '–' : formatMinutes(said.stiffnessMin * 60),
        cell(said?.pain ?? null),
        said?.nextDayResponse == null ? '–' : capitalised(said.nextDayResponse),
        said?.didStrengthen == null ? '–' : said.didStrengthen ? 'Done' : 'None',
        shoe ?? '–',
      ])
      .reverse(),
  };
}

function monthTable(scene: ChartScene): TableWords {
  return {
    head: ['Month', 'Days said', 'Median stiffness', 'Worst pain', 'Mornings worse'],
    rows: scene.periods
      .map((period) => [
        periodRowName(period, scene),
        cell(period.symptoms?.daysSaid ?? 0),
        cell(period.symptoms?.stiffness ?? null),
        cell(period.symptoms?.pain ?? null),
        cell(period.symptoms?.worseMornings ?? null),
      ])
      .reverse(),
  };
}
