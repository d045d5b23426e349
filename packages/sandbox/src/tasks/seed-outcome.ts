import type { Random } from "../random/random.ts";
import type { Task } from "./task.ts";
import type { TaskKind } from "./task-kind.ts";
import type { TaskPlan } from "./task-plan.ts";

// Of a hundred tasks, this many end so.
const shares = { SUCCESS: 80, WARNING: 8, ERROR: 7, TEMPERROR: 3, TERMINATED: 2 };

const statuses = Object.entries(shares).flatMap(([status, share]) => Array.from({ length: share }, () => status));

/** How a task ends, with the messages and results that go with it. Drawn, but for a `completionStatus` that is given. */
export function seedOutcome(
  random: Random,
  kind: TaskKind,
  subject: string,
  completionStatus: string = random.pick(statuses),
): TaskPlan["outcome"] {
  const counted = completionStatus === "SUCCESS" || completionStatus === "WARNING";
  const counts = counted ? kind.counts : [];
  return {
    completionStatus,
    messages: seedMessages(random, subject, completionStatus),
    returns: counts.map(({ label, attribute }) => ({ name: label, attributeName: attribute })),
    attributes: Object.fromEntries(counts.map(({ attribute, most }) => [attribute, random.integer(0, most)])),
  };
}

function seedMessages(random: Random, subject: string, completionStatus: string): Task["messages"] {
  switch (completionStatus) {
    case "WARNING": {
      const count = random.integer(2, 40);
      return [
        message("WARN", "items_skipped", `${count} items of ${subject} were skipped.`, [String(count), { subject }]),
      ];
    }
    case "ERROR": {
      const status = random.pick([401, 403, 500, 502]);
      const text = `${subject} answered with status ${status}.`;
      // Some failures come without a text, and some without parameters.
      const localized = random.chance(0.8) ? text : null;
      return [message("ERROR", "target_refused", localized, random.chance(0.5) ? [String(status)] : null)];
    }
    case "TEMPERROR":
      return [
        message("ERROR", "connection_lost", `The connection to ${subject} was lost.`, [subject]),
        message("INFO", "will_be_repeated", "The task is going to be repeated.", []),
      ];
    case "TERMINATED":
      return [message("WARN", "terminated", "An administrator ended the task.", null)];
    default:
      return random.chance(0.1) ? [message("INFO", "nothing_changed", `${subject} had not changed.`, [subject])] : [];
  }
}

function message(
  type: "INFO" | "WARN" | "ERROR",
  key: string,
  text: string | null,
  parameters: Task["messages"][number]["parameters"],
): Task["messages"][number] {
  return { type, localizedText: text === null ? null : { locale: "en", message: text }, key, parameters };
}
