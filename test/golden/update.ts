/** `npm run golden:update`: writes the table anew. What changed in it is to be read before it is committed. */
import { writeFileSync } from 'node:fs';
import { GOLDEN_PATH, hasRealFiles, readReal, realPaths, resultOf } from './real-results.ts';

if (!hasRealFiles) {
  process.stderr.write(
    'Real watch files are not beside this checkout: the table stays as it is.\n',
  );
  process.exit(1);
}
const paths = realPaths();
const results = Object.fromEntries(paths.map((path) => [path, resultOf(readReal(path))]));
writeFileSync(GOLDEN_PATH, `${JSON.stringify(results, null, 2)}\n`);
process.stdout.write(`${paths.length} files\n`);
