/** Options and paths of a command line; what Node's parser refuses is one sentence. */
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { err, ok, type Result } from '../analysis/result.ts';

type Options = NonNullable<ParseArgsConfig['options']>;
type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ args: string[]; options: O; allowPositionals: true }>
>;

export function parsedArguments<O extends Options>(
  args: readonly string[],
  options: O,
): Result<Parsed<O>, string> {
  try {
    return ok(parseArgs({ args: [...args], options, allowPositionals: true }) as Parsed<O>);
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) return err(error.message);
    throw error;
  }
}
