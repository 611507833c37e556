/** Where it hurts: what the runner last said up to each check-in, else what the profile says. Decides wording, nothing else. */
import type { Diary, Spot } from './diary.ts';

/** One for each check-in. */
export function spotsOf({ checkIns, profile }: Diary): (Spot | null)[] {
  let spot = profile.spot;
  return checkIns.map((checkIn) => {
    spot = checkIn.spot ?? spot;
    return spot;
  });
}
