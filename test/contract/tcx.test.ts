import { encodeTcx } from '../../fixtures/encode-tcx.ts';
import type { Activity } from '../../src/analysis/activity.ts';
import { decodeFile } from '../../src/import/decode-file.ts';
import { importerContract } from './importer-contract.ts';

function throughTcx(activity: Activity): Activity {
  const decoded = decodeFile(encodeTcx(activity));
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.value.activities[0] as Activity;
}

importerContract({
  name: 'TCX',
  roundTrip: throughTcx,
  tolerances: {
    distanceShare: 0.0001,
    timerS: 0.02,
    movingS: 2,
    // TCX has no climb of its own: 4 % of the 300 m that the hilliest run climbs.
    ascentM: 12,
    derivedAscentShare: 0.04,
    hillEndM: 20,
    speedShare: 0.03,
    loadShare: 0.005,
  },
});
