import path from "node:path";
import { describe, expect, test } from "vitest";
import { linkDependency } from "../../../src/emit/package/link-dependency.ts";
import { generateDocs } from "./generated-docs.ts";
import { hostileSpec } from "./hostile-spec.ts";
import { pageFindings } from "./page-findings.ts";
import { runExamples } from "./run-examples.ts";
import { typeCheckExamples } from "./type-check-examples.ts";

describe.each(["3.0.3", "3.1.0"] as const)("H10 to H12: a spec of OpenAPI %s whose every text attacks", (openapi) => {
  test("gives pages that show it and do nothing, and programs that compile and run", async () => {
    const docs = await generateDocs(hostileSpec(openapi));
    try {
      expect([...docs.files.keys()].filter((file) => !/^(?:[a-z0-9.-]+\/)*[a-zA-Z0-9.-]{1,90}$/.test(file))).toEqual(
        [],
      );
      expect([...docs.files.keys()].filter((file) => /(?:^|\/)(?:con|nul|lpt1)\./i.test(file))).toEqual([]);
      expect(docs.files.has("models/evil.md")).toBe(false);
      expect(await pageFindings(docs.files)).toEqual([]);
      const pages = [...docs.files.values()].join("\n");
      expect(pages).toContain("&lt;script>globalThis.hacked = 1&lt;/script>");
      expect(pages).toContain("\\{\\{mustache\\}\\}");
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
      expect(pages).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e\u2028]/);
      linkDependency(docs.root);
      const source = path.join(docs.root, "src/index.ts");
      const result = typeCheckExamples(docs.root, path.join(docs.root, "docs/examples"), { [docs.package]: source });
      expect(result).toEqual({ programs: 5, errors: "" });
      expect(await runExamples(docs)).toEqual({ programs: 5, findings: [], hacked: false });
    } finally {
      docs.remove();
    }
  }, 60_000);
});
