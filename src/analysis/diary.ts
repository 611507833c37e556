/**
 * What the runner says beside what the watch records: how the tendon felt, what else the leg did. One check-in a day, by
 * the runner's local date. `null` is "not said", and never "no symptoms".
 */
import type { LocalDate } from './local-date.ts';

export const SIDES = ['left', 'right', 'both'] as const;
export type Side = (typeof SIDES)[number];

/** Where the tendon hurts: in its middle, at its insertion on the heel bone. A hint for wording, never a diagnosis. */
export const SPOTS = ['mid-portion', 'heel-bone', 'elsewhere', 'unsure'] as const;
export type Spot = (typeof SPOTS)[number];

/** The tendon the morning after a run, against the morning before it. */
export const NEXT_DAY_RESPONSES = ['better', 'same', 'worse'] as const;
export type NextDayResponse = (typeof NEXT_DAY_RESPONSES)[number];

export const STRENGTHENING = ['heavy-slow', 'eccentric', 'isometric'] as const;
export type Strengthening = (typeof STRENGTHENING)[number];

export const HOP_TESTS = ['comfortable', 'painful'] as const;
export type HopTest = (typeof HOP_TESTS)[number];

export interface CheckIn {
  date: LocalDate;
  /** On waking, 0–10. */
  stiffness: number | null;
  /** Minutes until the stiffness was gone. */
  stiffnessMin: number | null;
  /** Of the first steps of the day, 0–10. */
  firstStepsPain: number | null;
  side: Side | null;
  spot: Spot | null;
  /** Said on the morning of `date` about the last run before it. */
  nextDayResponse: NextDayResponse | null;
  /** During and after the runs of `date`, the worst of them, 0–10. */
  painDuring: number | null;
  painAfter: number | null;
  /** Single-leg heel raises in a row. */
  heelRaisesLeft: number | null;
  heelRaisesRight: number | null;
  /** Empty: the runner says none was done. */
  strengthening: readonly Strengthening[] | null;
  hopTest: HopTest | null;
  /** A sport of the day that no file tells of; its name in the FIT profile. */
  otherSport: { sport: string; durationMin: number | null } | null;
  /** A score that a clinician gave, 0–100. */
  clinicianScore: number | null;
  note: string | null;
  /** Changed after it was first logged. */
  isEdited: boolean;
}

/** What one check-in can hold beside its date. */
export type CheckInFields = Omit<CheckIn, 'date' | 'isEdited'>;

export const NOTHING_SAID: CheckInFields = {
  stiffness: null,
  stiffnessMin: null,
  firstStepsPain: null,
  side: null,
  spot: null,
  nextDayResponse: null,
  painDuring: null,
  painAfter: null,
  heelRaisesLeft: null,
  heelRaisesRight: null,
  strengthening: null,
  hopTest: null,
  otherSport: null,
  clinicianScore: null,
  note: null,
};

/** Signs that are no matter of load, the most urgent first. Each is a box; a ticked one holds until the runner unticks it. */
export const WARNING_SIGNS = [
  'sudden-pop',
  'cannot-push-off',
  'swelling-or-gap',
  'breathless-or-chest-pain',
  'calf-swelling',
  'fever-hot-skin',
  'fluoroquinolone',
] as const;
export type WarningSign = (typeof WARNING_SIGNS)[number];

export interface TickedSign {
  sign: WarningSign;
  from: LocalDate;
  /** The day it was unticked, on which it no longer holds; `null` while it holds. */
  until: LocalDate | null;
}

/** A sport other than running, from a file or from a check-in. */
export interface OtherSport {
  date: LocalDate;
  /** Name in the FIT profile. */
  sport: string;
  durationS: number | null;
}

/** What a runner back from Achilles trouble logs as met, before one thing at a time is added. */
export const RETURN_CRITERIA = [
  'minimal-morning-stiffness',
  'walking-and-stairs',
  'heel-raises',
  'hops',
] as const;
export type ReturnCriterion = (typeof RETURN_CRITERIA)[number];

export interface TendonProfile {
  /** The last day of Achilles trouble that the runner remembers; `null`: none, or not said. */
  lastTroubleDate: LocalDate | null;
  spot: Spot | null;
  /** 0–10, beyond which pain is too much; 5 only where the runner says "agreed with my clinician". */
  painCeiling: number;
  /** The runner comes back from trouble and adds one thing at a time. */
  isReturning: boolean;
  /** The day on which each criterion was logged as met; absent: not met. */
  criteriaMet: Partial<Record<ReturnCriterion, LocalDate>>;
}

export interface Diary {
  /** Oldest first, at most one a day. */
  checkIns: readonly CheckIn[];
  /** By their first day. */
  signs: readonly TickedSign[];
  /** Oldest first. */
  otherSports: readonly OtherSport[];
  profile: TendonProfile;
}
