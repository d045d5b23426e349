import { writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { formatDoctorReport } from "../../src/commands/doctor/format-doctor-report.ts";
import { type DoctorOptions, doctor } from "../../src/commands/doctor.ts";
import { temporaryFolder } from "../java/temporary-folder.ts";

function manifest(): string {
  const file = path.join(temporaryFolder(), "package.json");
  writeFileSync(file, JSON.stringify({ devDependencies: { node: "24.21.0" }, packageManager: "pnpm@12.21.0" }));
  return file;
}

async function run(options: DoctorOptions) {
  const printed: string[] = [];
  const report = await doctor({ ...options, rootManifest: manifest(), print: (text) => printed.push(text) });
  return { report, printed: printed.join("\n") };
}

describe("doctor", { timeout: 60_000 }, () => {
  it("finds this machine fit, and prints the report as JSON", async () => {
    const { npm_config_user_agent: _, ...env } = process.env;
    const { report, printed } = await run({ json: true, env, node: "24.21.0" });
    expect(JSON.parse(printed)).toEqual(report);
    expect(report.ok).toBe(true);
    expect(report.checks.map(({ id, ok }) => [id, ok])).toEqual(
      ["node", "pnpm", "cache", "disk", "java", "jar", "archive"].map((id) => [id, true]),
    );
    expect(report.checks[0]).toEqual({ id: "node", ok: true, detail: "Node 24.21.0" });
  });

  it("reports every fault at once, each with its way out", async () => {
    const folder = temporaryFolder();
    const blocked = path.join(folder, "file");
    writeFileSync(blocked, "");
    const env = {
      PATH: "",
      SAILKIT_CACHE_DIR: path.join(blocked, "cache"),
      SAILKIT_GENERATOR_JAR: path.join(folder, "typo.jar"),
      npm_config_user_agent: "npm/10.9.0 node/v20.1.0",
    };
    const { report, printed } = await run({ env, node: "20.1.0" });
    expect(report.ok).toBe(false);
    expect(report.checks).toEqual([
      {
        id: "node",
        ok: false,
        detail: "Node 20.1.0 is older than 22.18.",
        fix: "Start it through `pnpm sailkit`, which runs on the pinned Node from node_modules.",
      },
      {
        id: "pnpm",
        ok: false,
        detail: "Started by npm, which cannot read this workspace.",
        fix: "Use `npx -y pnpm@12.21.0` in place of `npm`.",
      },
      {
        id: "cache",
        ok: false,
        detail: expect.stringContaining(`Cannot write to the cache folder ${env.SAILKIT_CACHE_DIR}`),
        fix: "Allow this user to write there, or set SAILKIT_CACHE_DIR to another folder.",
      },
      { id: "disk", ok: true, detail: expect.stringMatching(/^\d+ MiB free$/) },
      { id: "java", ok: false, detail: expect.stringContaining("Three ways out:") },
      { id: "jar", ok: false, detail: expect.stringContaining("there is no such file. Correct the path") },
      { id: "archive", ok: true, detail: "No class archive yet: it needs Java and the jar" },
    ]);
    expect(printed).toContain("5 of 7 checks failed.");
  });

  it("tells a pnpm of another major version from the pinned one", async () => {
    const { report } = await run({ env: { ...process.env, npm_config_user_agent: "pnpm/9.15.0 npm/? node/v24" } });
    expect(report.checks[1]).toEqual({
      id: "pnpm",
      ok: false,
      detail: "pnpm 9.15.0, while 12.21.0 is pinned.",
      fix: "Use `npx -y pnpm@12.21.0` in place of `pnpm`.",
    });
  });
});

it("lays out a report with its fixes below", () => {
  const report = {
    ok: false,
    checks: [
      { id: "java", ok: false, detail: "No Java.\nLook.", fix: "Install it." },
      { id: "archive", ok: true, detail: "There" },
    ],
  } as const;
  expect(formatDoctorReport(report, false)).toBe(
    [
      "✗ java     No Java.",
      "           Look.",
      "           → Install it.",
      "✓ archive  There",
      "",
      "1 of 2 checks failed.",
    ].join("\n"),
  );
});
