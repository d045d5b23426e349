import { createRandom } from "../random/create-random.ts";
import type { Random } from "../random/random.ts";
import { seedOutcome } from "./seed-outcome.ts";
import type { Task } from "./task.ts";
import type { TaskKind } from "./task-kind.ts";
import { taskKinds } from "./task-kinds.ts";
import type { TaskPlan } from "./task-plan.ts";
import { taskVocabulary } from "./task-vocabulary.ts";

const weighted = taskKinds.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));

/** How a seeded task is to go. Whatever is left out is drawn. */
export interface SeedTaskOptions {
  /** When it was created, in milliseconds since the epoch. */
  readonly created: number;
  /** How long it waits before it runs, in milliseconds. */
  readonly wait?: number;
  /** How long it runs, in milliseconds. `Infinity`: it hangs. */
  readonly duration?: number;
  /** How it ends. */
  readonly completionStatus?: string;
  /** Its name. */
  readonly uniqueName?: string;
}

/** A pending task with a name, a target and a plan that lead a life of their own. The same draws give the same task. */
export function seedTask(random: Random, options: SeedTaskOptions): { task: Task; plan: TaskPlan } {
  const kind = random.pick(weighted);
  const subject = pickSubject(random, kind);
  const created = new Date(options.created).toISOString();
  const launch = options.created + (options.wait ?? random.integer(200, 30_000));
  const duration = options.duration ?? Math.ceil(kind.longest * random.next() ** 3) + 500;
  const task: Task = {
    id: random.id(),
    type: random.pick(kind.types),
    uniqueName: options.uniqueName ?? kind.name.replace("{}", () => subject),
    description: kind.description.replace("{}", () => subject),
    parentName: random.chance(0.3) ? random.pick(taskVocabulary.parents) : null,
    launcher: random.pick(taskVocabulary.launchers),
    target: toTarget(kind, subject),
    created,
    modified: null,
    launched: null,
    completed: null,
    completionStatus: null,
    messages: [],
    returns: [],
    attributes: {},
    progress: "Queued",
    percentComplete: 0,
    taskDefinitionSummary: toDefinition(kind),
  };
  const outcome = seedOutcome(random, kind, subject, options.completionStatus);
  const whole = outcome.completionStatus === "SUCCESS" || outcome.completionStatus === "WARNING";
  const percent = whole && duration !== Number.POSITIVE_INFINITY ? 100 : random.integer(5, 95);
  return { task, plan: { launch, end: launch + duration, percent, phases: kind.phases, outcome } };
}

function pickSubject(random: Random, kind: TaskKind): string {
  if (kind.target === "APPLICATION") return random.pick(taskVocabulary.sources);
  return random.pick(kind.target === "IDENTITY" ? taskVocabulary.people : taskVocabulary.campaigns);
}

/** Whatever has a name keeps its id, in every task and every tenant. */
function toTarget(kind: TaskKind, subject: string): Task["target"] {
  if (kind.target !== "APPLICATION" && kind.target !== "IDENTITY") return null;
  const id = createRandom(`${kind.target} ${subject}`).id();
  return { id, type: kind.target, name: kind.target === "APPLICATION" ? `${subject} [source]` : subject };
}

function toDefinition(kind: TaskKind): Task["taskDefinitionSummary"] {
  const name = kind.name.replace(", {}", "");
  return {
    id: createRandom(`definition ${name}`).id(),
    uniqueName: name,
    description: kind.definition,
    parentName: name,
    executor: kind.target === null ? null : "sandbox.task.ServiceTaskExecutor",
    arguments: { serviceMethod: name.replaceAll(" ", "") },
  };
}
