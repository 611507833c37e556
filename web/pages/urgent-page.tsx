/** Emergency wording, always one tap away. Must not depend on any data of the runner. */
import { URGENT } from '../words/en/frame.ts';
import { Layout } from './layout.tsx';
import { LevelMark } from './level-mark.tsx';
import type { PageContext } from './page-context.ts';

export function UrgentPage({ context }: { context: PageContext }) {
  return (
    <Layout context={context} title={URGENT.title}>
      <div class="page-head">
        <h1>{URGENT.title}</h1>
      </div>
      <section class="card urgent" data-level="urgent" aria-labelledby="urgent-now">
        <h2 id="urgent-now">
          <LevelMark level="urgent" word={URGENT.now.level} />
        </h2>
        <p>{URGENT.now.lead}</p>
        <Signs signs={URGENT.now.signs} />
      </section>
      <section class="card urgent" data-level="urgent" aria-labelledby="urgent-number">
        <h2 id="urgent-number">
          <LevelMark level="urgent" word={URGENT.number.level} />
        </h2>
        <p>{URGENT.number.lead}</p>
        <Signs signs={URGENT.number.signs} />
      </section>
      <section class="card" aria-labelledby="urgent-ask">
        <h2 id="urgent-ask">{URGENT.ask.level}</h2>
        <p>{URGENT.ask.lead}</p>
      </section>
      <section class="card" aria-labelledby="urgent-soon">
        <h2 id="urgent-soon">{URGENT.soon.level}</h2>
        <p>{URGENT.soon.lead}</p>
        <Signs signs={URGENT.soon.signs} />
      </section>
    </Layout>
  );
}

function Signs({ signs }: { signs: readonly string[] }) {
  return (
    <ul>
      {signs.map((sign) => (
        <li>{sign}</li>
      ))}
    </ul>
  );
}
