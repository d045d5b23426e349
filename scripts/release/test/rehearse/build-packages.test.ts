import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { allowedFiles } from "../../src/allowed-files.ts";
import { copyRepository } from "../../src/copy-repository.ts";
import { buildPackages } from "../../src/rehearse/build-packages.ts";

const copy = mkdtempSync(path.join(tmpdir(), "sailkit-build-packages-"));
afterAll(() => rmSync(copy, { recursive: true, force: true }));

test("what the rehearsal builds is what may be packed", { timeout: 120_000 }, async () => {
  copyRepository(path.resolve(import.meta.dirname, "../../../.."), copy, false);
  await buildPackages({ copy }, ["beta-client", "beta-sdk"]);
  for (const name of ["beta-client", "beta-sdk"]) {
    const folder = path.join(copy, "packages", name);
    expect(built(folder)).toEqual(allowedFiles(folder).filter((file) => file.startsWith("dist/")));
  }
});

function built(folder: string): string[] {
  return readdirSync(path.join(folder, "dist"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
