import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";

const root = path.resolve(import.meta.dirname, "../../..");
const folder = path.join(root, ".github/workflows");

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const texts = new Map(readdirSync(folder).map((file) => [file, readFileSync(path.join(folder, file), "utf8")]));
const workflows = new Map([...texts].map(([file, text]) => [file, parse(text) as Workflow]));
const jobs = [...workflows].flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([name, job]) => ({ title: `${file}: ${name}`, file, name, job })),
);
const manifest = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")) as {
  packageManager: string;
  scripts: Record<string, string>;
};

test("there are three workflows", () => {
  expect([...workflows.keys()].sort()).toEqual(["ci.yml", "release.yml", "update-spec.yml"]);
});

test.each([...texts])("%s pins every action by its commit, and says which version that is (R06)", (_, text) => {
  const uses = text.split("\n").filter((line) => /\buses:/.test(line));
  expect(uses.length).toBeGreaterThan(0);
  for (const line of uses) expect(line).toMatch(/uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test("an action is pinned to the same commit everywhere", () => {
  const pins = [...texts.values()].flatMap((text) => [...text.matchAll(/uses: (\S+)@(\w+)/g)]);
  const commits = new Map<string, Set<string>>();
  for (const [, action = "", commit = ""] of pins) commits.set(action, (commits.get(action) ?? new Set()).add(commit));
  expect([...commits].filter(([, some]) => some.size > 1)).toEqual([]);
});

describe("permissions", () => {
  test("are none, but for the jobs that state theirs", () => {
    for (const { permissions } of workflows.values()) expect(permissions).toEqual({});
    for (const { title, job } of jobs) expect(job.permissions, title).toBeDefined();
  });

  test("to write are those, and no more (R06)", () => {
    const writing = jobs.flatMap(({ title, job }) =>
      Object.entries(job.permissions ?? {})
        .filter(([, level]) => level !== "read")
        .map(([scope, level]) => `${title}: ${scope} ${level}`),
    );
    expect(writing).toEqual([
      "release.yml: version: contents write",
      "release.yml: version: pull-requests write",
      "release.yml: publish: id-token write",
      "release.yml: announce: contents write",
      "update-spec.yml: pull: contents write",
      "update-spec.yml: pull: pull-requests write",
    ]);
  });

  test("are not left to later steps by a checkout", () => {
    for (const { title, job } of jobs) {
      for (const step of job.steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"))) {
        expect(step.with?.["persist-credentials"], title).toBe(false);
      }
    }
  });
});

describe("commands", () => {
  const commands = jobs.flatMap(({ title, job }) =>
    job.steps.flatMap(({ run }) => (run === undefined ? [] : [{ title, run }])),
  );
  const pnpm = `npx -y ${manifest.packageManager} `;

  test.each(commands)("$title runs `$run`, which a developer can run as well", ({ run }) => {
    if (run === "exit 1" || run === `${pnpm}install --frozen-lockfile`) return;
    expect(run.startsWith(`${pnpm}run `)).toBe(true);
    expect(Object.keys(manifest.scripts)).toContain(run.slice(`${pnpm}run `.length).split(" ")[0]);
    expect(run).not.toContain("${{");
  });

  test("come after an install with a frozen lockfile (R08)", () => {
    for (const { title, job } of jobs) {
      const runs = job.steps.flatMap(({ run }) => run ?? []).filter((run) => run !== "exit 1");
      if (runs.length > 0) expect(runs[0], title).toBe(`${pnpm}install --frozen-lockfile`);
    }
  });
});

test("every job ends in time", () => {
  for (const { title, job } of jobs) expect(job["timeout-minutes"], title).toBeLessThanOrEqual(45);
});

test("one gate waits for every other job of ci", () => {
  const { gate, ...others } = workflows.get("ci.yml")?.jobs ?? {};
  expect(gate?.needs).toEqual(Object.keys(others));
});

test("no workflow runs with the rights of the repository on the code of a fork", () => {
  for (const { on } of workflows.values()) {
    expect(Object.keys(on)).not.toContain("pull_request_target");
    expect(Object.keys(on)).not.toContain("workflow_run");
  }
});

test("packages are published by the job that can prove where it runs, and what it publishes was built without that right", () => {
  const { publish, pack } = workflows.get("release.yml")?.jobs ?? {};
  expect(publish?.needs).toBe("pack");
  expect(publish?.steps.flatMap(({ run }) => run ?? [])).not.toContainEqual(expect.stringContaining("build"));
  expect(pack?.permissions).toEqual({ contents: "read" });
});
