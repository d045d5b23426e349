import { checkFilter } from "../filter/check-filter.ts";
import { evaluateFilter } from "../filter/evaluate-filter.ts";
import { FilterError } from "../filter/filter-error.ts";
import type { FilterExpression } from "../filter/filter-expression.ts";
import { parseFilter } from "../filter/parse-filter.ts";
import type { Answer } from "../http/answer.ts";
import { pageParameters, readPage } from "../http/read-page.ts";
import { readQuery } from "../http/read-query.ts";
import { Refusal } from "../http/refusal.ts";
import { parseSorters } from "../sorters/parse-sorters.ts";
import { sortItems } from "../sorters/sort-items.ts";
import type { Sorter } from "../sorters/sorter.ts";
import { SorterError } from "../sorters/sorter-error.ts";
import type { Task } from "../tasks/task.ts";
import { answerCollection } from "./answer-collection.ts";
import type { CollectionSupport } from "./collection-support.ts";
import type { Operation } from "./operation.ts";
import { readTaskField } from "./task-fields.ts";

/** `getTaskStatusList`: the tasks that have ended, filtered, sorted and paged. */
export const listCompleted: Operation = (exchange, { tasks, collection, pastEnd }, twist): Answer => {
  const query = readQuery(exchange.url, [...pageParameters, "filters", "sorters"]);
  const page = readPage(query);
  const filter = readFilter(query.filters, collection);
  const sorters = readSorters(query.sorters, collection);
  const completed = tasks.completed();
  const kept = filter
    ? completed.filter((task) => evaluateFilter(filter, (field) => readTaskField(task, field)))
    : completed;
  return answerCollection(sortItems(kept, sorters, readSortKey), { page, pastEnd, twist });
};

function readFilter(text: string | undefined, { filters }: CollectionSupport): FilterExpression | undefined {
  if (text === undefined) return undefined;
  try {
    const expression = parseFilter(text);
    checkFilter(expression, filters);
    return expression;
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    throw new Refusal(400, "The filter cannot be read.", { causes: [`${error.message}.`] });
  }
}

function readSorters(text: string | undefined, { sorters }: CollectionSupport): Sorter[] {
  if (text === undefined) return [];
  try {
    return parseSorters(text, sorters);
  } catch (error) {
    if (!(error instanceof SorterError)) throw error;
    throw new Refusal(400, "The sorters cannot be read.", { causes: [`${error.message}.`] });
  }
}

function readSortKey(task: Task, field: string): string | number | null | undefined {
  const value = readTaskField(task, field);
  return typeof value === "number" || typeof value === "string" ? value : undefined;
}
