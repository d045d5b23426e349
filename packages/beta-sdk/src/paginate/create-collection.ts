import { type AnyOperation, callOperation } from "../call/call-operation.ts";
import type { CallSettings } from "../call/call-settings.ts";
import { describeOperation } from "../call/describe-operation.ts";
import type { Engine } from "../call/engine.ts";
import { requestIdOf } from "../call/exchange.ts";
import { DecodeError } from "../errors/decode-error.ts";
import { parseFilter } from "../filters/parse-filter.ts";
import { splitFilter } from "../filters/split-filter.ts";
import { renderSorters } from "../sorters/render-sorters.ts";
import { openScope } from "../time/open-scope.ts";
import { Collection } from "./collection.ts";
import { compareItems } from "./compare-items.ts";
import type { ListOptions } from "./list-options.ts";
import type { ReadListener } from "./page-reader.ts";
import type { PageSource } from "./page-source.ts";
import { parseTotal } from "./parse-total.ts";
import { readAhead } from "./read-ahead.ts";
import { readPlan } from "./read-plan.ts";
import { readQueries } from "./read-queries.ts";

/** {@link ListOptions} with what only some operations have. */
interface AnyOptions extends ListOptions {
  readonly filters?: unknown;
  readonly sorters?: readonly string[];
  readonly params?: Params;
}

interface Params {
  readonly query?: object;
}

/**
 * The collection of an operation.
 * @throws {UsageError} for filters or sorters the operation does not support, and for impossible numbers
 */
export function createCollection(engine: Engine, operation: AnyOperation, options: AnyOptions): Collection<unknown> {
  const descriptor = describeOperation(operation);
  const { id, paging } = descriptor;
  const plan = readPlan(id, paging, options);
  const sorters = renderSorters(options.sorters, descriptor.sorters, id);
  const { filters } = options;
  const queries = filters === undefined ? [undefined] : splitFilter(parseFilter(filters, descriptor.filters, id));
  const query = { ...options.params?.query, ...(sorters && { sorters }) };
  const compare = sorters ? compareItems(id, sorters.split(",")) : undefined;
  const { observer } = engine.wire;
  const listener: ReadListener = {
    page: (event) => observer.tell("page", event),
    drift: (event) => observer.tell("drift", event),
  };
  return new Collection<unknown>((max, ahead) => {
    // Only what may be left in the middle needs a signal of its own to end what was fetched ahead.
    const scope = ahead ? openScope(engine.wire.clock, options.signal) : undefined;
    const settings = { ...options, signal: scope?.signal ?? options.signal };
    const limits = { ...plan, max: Math.min(plan.max, max) };
    const source = (filter: string | undefined) => {
      const fixed = { ...query, ...(filter !== undefined && { filters: filter }) };
      const fetch = pageSource(engine, operation, { ...options.params, query: fixed }, settings);
      return ahead && plan.readAhead > 0 ? readAhead(fetch, limits) : fetch;
    };
    return { pages: readQueries(queries.map(source), limits, listener, compare), stop: () => scope?.abort() };
  }, options.signal);
}

/** Fetches one page of an operation with these parameters. */
function pageSource(
  engine: Engine,
  operation: AnyOperation,
  params: Params,
  settings: CallSettings,
): PageSource<unknown> {
  return async ({ offset, limit, count }) => {
    const query = { ...params.query, limit, offset, ...(count && { count }) };
    const { data, response } = await callOperation(engine, operation, { params: { ...params, query } }, settings);
    const { status, headers } = response;
    if (data === undefined || Array.isArray(data)) return { items: data ?? [], total: parseTotal(headers) };
    const operationId = describeOperation(operation).id;
    const details = { operationId, status, snippet: "", requestId: requestIdOf(response) };
    throw new DecodeError(`${operationId}: the answer (${status}) is no list`, details);
  };
}
