/** Which Node serves: on Linux (glibc, x64 or arm64) the packages bring Node 24 along, so that 20 is enough to begin with. */
import { fail } from './say.mjs';

const BRINGS_OWN_NODE = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
const MINIMUM = BRINGS_OWN_NODE ? [20, 0] : [22, 12];

/** @param {string} version as in `process.versions.node` */
export function isNodeNewEnough(version, minimum = MINIMUM) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = minimum;
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

export function requireNode() {
  if (isNodeNewEnough(process.versions.node)) return;
  fail(
    `Achilles Watch needs Node ${MINIMUM.join('.')} or newer here and this is Node ${process.versions.node}: install a newer one from nodejs.org and run the command again.`,
  );
}
