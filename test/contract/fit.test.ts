import { encodeFit } from '../../fixtures/encode-fit.ts';
import type { Activity } from '../../src/analysis/activity.ts';
import { decodeFile } from '../../src/import/decode-file.ts';
import { importerContract } from './importer-contract.ts';

function throughFit(activity: Activity): Activity {
  const decoded = decodeFile(encodeFit(activity));
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.value.activities[0] as Activity;
}

importerContract({
  name: 'FIT',
  roundTrip: throughFit,
  tolerances: {
    distanceShare: 0.0001,
    timerS: 0.02,
    movingS: 2,
    ascentM: 0.5,
    derivedAscentShare: 0.04,
    hillEndM: 20,
    speedShare: 0.03,
    loadShare: 0.005,
  },
});
