/** Plays a script on a stage, undisturbed or in trouble, and tells how everything stands in the end. */
import type { StravaControl } from '../../../fixtures/strava-simulator/control.ts';
import type { WorkerBundle } from '../../clocked-server/worker-bundle.ts';
import { type Figures, figuresOf } from './figures.ts';
import type { Script, Step } from './script.ts';
import { closeStage, openStage, runUntil, type Stage } from './stage.ts';
import { type Standing, standingOf } from './standing.ts';
import type { StepTroubles, Troubles } from './troubles.ts';
import { Visitor } from './visitor.ts';

export interface Played {
  /** Of each athlete. */
  standings: Standing[];
  figures: Figures;
}

const CALM: StepTroubles = { faults: [], webhooks: null };

export async function play(
  bundle: WorkerBundle,
  script: Script,
  troubles: Troubles | null,
): Promise<Played> {
  const stage = await openStage(bundle, script);
  try {
    const { control } = stage.strava;
    const visitors = control.athletes().map(({ id }) => new Visitor(stage, id));
    stage.killer.expect(troubles?.kills ?? []);
    for (const [index, step] of script.steps.entries()) {
      const visitor = visitors[step.who] as Visitor;
      if (!step.isHasty) await runUntil(stage, step.atMs);
      await playStep(stage, visitor, step, troubles?.steps[index] ?? CALM);
    }
    const reconnects = await calmDown(stage, visitors, script);
    await runUntil(stage, script.endMs);
    const standings = [];
    for (const visitor of visitors) standings.push(await standingOf(stage, visitor));
    const kills = await stage.killer.end();
    return { standings, figures: figuresOf(stage, visitors, { kills, reconnects }) };
  } finally {
    await closeStage(stage);
  }
}

/** Nothing goes wrong any more. Who is asked to connect anew does so. */
async function calmDown(stage: Stage, visitors: readonly Visitor[], script: Script) {
  stage.strava.control.setFaults([]);
  stage.strava.control.releaseWebhooks();
  await stage.killer.end();
  await runUntil(stage, script.calmMs);
  let reconnects = 0;
  for (const visitor of visitors) {
    const { status, text } = await visitor.get('/api/strava');
    if (status !== 200 || JSON.parse(text).problem !== 'reconnect') continue;
    const { scopes } =
      stage.strava.control.athletes().find(({ id }) => id === visitor.stravaId) ?? {};
    if (!scopes) continue;
    await visitor.connect(scopes);
    reconnects++;
  }
  return reconnects;
}

async function playStep(
  stage: Stage,
  visitor: Visitor,
  step: Step,
  { faults, webhooks }: StepTroubles,
): Promise<void> {
  const { control } = stage.strava;
  if (faults.length > 0) control.setFaults(faults);
  if (webhooks !== null) control.holdWebhooks();
  await happen(stage, visitor, step);
  if (webhooks !== null && webhooks !== 'held') control.releaseWebhooks(webhooks);
  await visitor.get('/');
}

async function happen({ strava: { control } }: Stage, visitor: Visitor, step: Step): Promise<void> {
  const { stravaId } = visitor;
  switch (step.kind) {
    case 'connect':
      return visitor.connect(step.scopes);
    case 'disconnect':
      return visitor.disconnect();
    case 'sync':
      return void (await visitor.post('/strava/sync'));
    case 'add':
      return void control.addActivity(stravaId, step.activity, { webhook: step.isTold });
    case 'deauthorize':
      return control.deauthorize(stravaId);
  }
  const id = chosen(control, stravaId, step.which);
  if (id === null) return;
  switch (step.kind) {
    case 'change':
      return control.changeActivity(id, step.changes, { webhook: step.isTold });
    case 'delete':
      return control.deleteActivity(id, { webhook: step.isTold });
    case 'lie':
      return lie(control, stravaId, id, step.says);
  }
}

function chosen(control: StravaControl, stravaId: string, which: number): string | null {
  const activities = control.activities(stravaId);
  return activities[which % activities.length]?.id ?? null;
}

function lie(control: StravaControl, owner: string, id: string, says: 'deleted' | 'deauthorized') {
  control.fireWebhook(
    says === 'deleted'
      ? { object_type: 'activity', aspect_type: 'delete', object_id: id, owner_id: owner }
      : {
          ...{ object_type: 'athlete', aspect_type: 'update', object_id: owner, owner_id: owner },
          updates: { authorized: 'false' },
        },
  );
}
