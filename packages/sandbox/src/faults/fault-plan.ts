import type { ArrivedRequest } from "../tenant/arrived-request.ts";
import type { Fault, FaultMatch } from "./fault.ts";

interface Entry {
  readonly fault: Fault;
  met: number;
  taken: number;
}

/** The faults of a tenant, in order: of those that fit a request, the first is taken. */
export class FaultPlan {
  #entries: Entry[] = [];

  constructor(faults: readonly Fault[] = []) {
    this.add(...faults);
  }

  /** Adds faults behind those that are there. Their requests are counted from now on. */
  add(...faults: readonly Fault[]): this {
    this.#entries.push(...faults.map((fault) => ({ fault, met: 0, taken: 0 })));
    return this;
  }

  /** Takes all faults away, or only the given ones. */
  clear(...faults: readonly Fault[]): this {
    this.#entries = faults.length === 0 ? [] : this.#entries.filter(({ fault }) => !faults.includes(fault));
    return this;
  }

  /** How often a fault has happened. */
  count(fault: Fault): number {
    return this.#entries.find((entry) => entry.fault === fault)?.taken ?? 0;
  }

  /** The fault that a request meets. Counts the request for every fault that it fits. */
  take(request: ArrivedRequest): Fault | undefined {
    let taken: Entry | undefined;
    for (const entry of this.#entries) {
      const { on = {}, times = Number.POSITIVE_INFINITY } = entry.fault;
      if (!fits(on, request)) continue;
      entry.met++;
      if (taken === undefined && entry.taken < times && isTurn(on.nth, entry.met)) taken = entry;
    }
    if (taken !== undefined) taken.taken++;
    return taken?.fault;
  }
}

function fits(match: FaultMatch, request: ArrivedRequest): boolean {
  const { operation, method, path } = match;
  if (operation !== undefined && ![operation].flat().some((name) => name === request.operation)) return false;
  if (method !== undefined && method !== request.method) return false;
  if (typeof path === "string" && path !== request.path) return false;
  if (path instanceof RegExp && request.path.search(path) === -1) return false;
  return match.when?.(request) ?? true;
}

function isTurn(nth: FaultMatch["nth"], met: number): boolean {
  return nth === undefined || [nth].flat().includes(met);
}
