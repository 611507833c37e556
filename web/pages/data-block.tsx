/** Data for the browser's script, inside the page: inert under the content security policy. */
import { raw } from 'hono/html';

export function DataBlock({ id, data }: { id: string; data: unknown }) {
  return (
    <script type="application/json" id={id}>
      {raw(inertJson(data))}
    </script>
  );
}

/** JSON that cannot close the script element it stands in. */
const inertJson = (data: unknown): string => JSON.stringify(data).replaceAll('<', '\\u003c');
