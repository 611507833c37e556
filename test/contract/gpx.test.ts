import { encodeGpx } from '../../fixtures/encode-gpx.ts';
import type { Activity } from '../../src/analysis/activity.ts';
import { decodeFile } from '../../src/import/decode-file.ts';
import { importerContract } from './importer-contract.ts';

function throughGpx(activity: Activity): Activity {
  const decoded = decodeFile(encodeGpx(activity));
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.value.activities[0] as Activity;
}

importerContract({
  name: 'GPX',
  roundTrip: throughGpx,
  everyRun: { position: { latitudeDeg: -48, longitudeDeg: -123 } },
  tolerances: {
    // Places are rounded to 1 cm, and a chord is shorter than the course's bend.
    distanceShare: 0.0005,
    // Whole seconds, and the run ends within one.
    timerS: 1,
    movingS: 2,
    // GPX has no climb of its own: 4 % of the 300 m that the hilliest run climbs.
    ascentM: 12,
    derivedAscentShare: 0.04,
    hillEndM: 20,
    speedShare: 0.03,
    loadShare: 0.005,
  },
});
