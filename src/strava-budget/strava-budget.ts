/** The one budget of Strava calls of the whole app: a Durable Object, named by the client id, around the pure budget. */
import { DurableObject } from 'cloudflare:workers';
import {
  answerLease,
  type CallAnswer,
  type CallBudget,
  type CallWanted,
  type Lease,
  leaseCall,
  NEW_BUDGET,
  returnLease,
} from '../strava/call-budget.ts';

const BUDGET = 'budget';

/** `nowS`: of the caller, in Unix seconds. */
export class StravaBudget extends DurableObject {
  lease(wanted: CallWanted, nowS: number): Lease {
    const { budget, lease } = leaseCall(this.#read(), wanted, nowS);
    this.#write(budget);
    return lease;
  }

  answer(id: string, answer: CallAnswer, nowS: number): void {
    this.#write(answerLease(this.#read(), id, answer, nowS));
  }

  giveBack(id: string, nowS: number): void {
    this.#write(returnLease(this.#read(), id, nowS));
  }

  /** An older release may have kept less. */
  #read(): CallBudget {
    const kept = this.ctx.storage.kv.get<Partial<CallBudget>>(BUDGET);
    return { ...NEW_BUDGET, ...kept, turns: { ...NEW_BUDGET.turns, ...kept?.turns } };
  }

  #write(budget: CallBudget): void {
    this.ctx.storage.kv.put(BUDGET, budget);
  }
}
