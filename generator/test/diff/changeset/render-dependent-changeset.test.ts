import { expect, test } from "vitest";
import type { Change } from "../../../src/diff/change.ts";
import { renderDependentChangeset } from "../../../src/diff/changeset/render-dependent-changeset.ts";
import type { DependentVerdict } from "../../../src/diff/dependents/dependent-verdict.ts";

const wire = (level: "major" | "minor", operationId: string, message: string, todo = ""): Change => ({
  id: "rule",
  level,
  operationId,
  pointer: "/paths",
  message,
  todo,
  lens: "wire",
  in: "new",
  directions: [],
  operations: [operationId],
});

const render = (verdict: Partial<DependentVerdict>) =>
  renderDependentChangeset({
    verdict: { level: "major", decidedBy: "both", types: [], wire: [], errors: [], ...verdict },
    name: "@t/sdk",
    bump: "minor",
    client: "@t/client",
    methods: (id) => (id === "getTask" ? ["sdk.tasks.get", "sdk.tasks.waitFor"] : []),
    link: (name) => (name === "getTask" || name === "Task" ? `../client/docs/${name}.md` : undefined),
  });

test("what breaks comes first, by what it happens to, with what to do; one line for places that share a fate", () => {
  const text = render({
    types: [
      { level: "major", subject: "Task", place: "name", text: "may be null" },
      { level: "major", subject: "Task", place: "target", text: "may be null" },
      { level: "major", subject: "Task", place: "messages[].text", text: "may be null" },
      { level: "major", subject: "Sdk", place: "tasks.list(options).limit", text: "is required" },
      { level: "minor", subject: "Task", place: "region", text: "is new" },
    ],
    wire: [
      wire("major", "getTask", "getTask: credentials are required", "Send credentials."),
      wire("minor", "listTasks", "listTasks is deprecated"),
    ],
  });
  expect(text).toBe(`---
"@t/sdk": minor
---

The API's spec has changed, and with it the types of this package and what its calls do: 5 breaking changes, 2 additions.

**Breaking**

- [\`Task\`](../client/docs/Task.md)
  - \`name\`, \`target\` and \`messages[].text\`: may be null. Handle null.
- \`Sdk\`
  - \`tasks.list(options).limit\` is required. Pass it.
- [\`sdk.tasks.get\`, \`sdk.tasks.waitFor\`](../client/docs/getTask.md)
  - getTask: credentials are required. Send credentials.

**New**

- [\`Task\`](../client/docs/Task.md)
  - \`region\` is new.
- \`listTasks\`
  - listTasks is deprecated.
`);
});

test("where nothing changes for its users, or nobody can tell yet, a sentence says so", () => {
  expect(render({ level: "patch", decidedBy: "nothing" })).toContain(
    "\n\nComes with a new version of `@t/client`. The types of this package, and the calls it makes, are as they were.\n",
  );
  for (const decidedBy of ["errors", "unknown"] as const) {
    expect(render({ decidedBy })).toContain(
      "\n\nFollows the changed spec of the API: see what changes in `@t/client`.\n",
    );
  }
});

test("text of a spec stays text", () => {
  const text = render({
    types: [{ level: "major", subject: "A`\n---\n", place: "a`b\n---\n", text: "was <b>`x`\n---\n, is y" }],
  });
  expect(text.split("\n---\n")).toHaveLength(2);
  expect(text).not.toContain("<b>");
});
