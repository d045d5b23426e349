import { createRandom } from "@sailkit/sandbox";
import { expect, test } from "vitest";
import { parseFilter } from "../../src/filters/parse-filter.ts";
import { splitFilter } from "../../src/filters/split-filter.ts";
import { readFilter } from "../support/read-filter.ts";

test("F01: a hundred thousand random values come back as they were", () => {
  const random = createRandom(7);
  const hostile = [..."\"\\#%&+ ,)(;=<>'`\n\0\u2028😀äß𝄞", "%22", "\\u0022", " or ", " in (", "\\\\"];
  const character = () =>
    random.integer(0, 1) ? random.pick(hostile) : String.fromCodePoint(random.integer(1, 0xd7ff));
  for (let batch = 0; batch < 10_000; batch++) {
    const values = Array.from({ length: 10 }, () => Array.from({ length: random.integer(0, 8) }, character).join(""));
    const sent = decodeURIComponent(
      encodeURIComponent(splitFilter(parseFilter({ a: { in: values } }, { a: ["in"] }, "list"))[0] ?? ""),
    );
    expect(readFilter(sent)).toEqual({ field: "a", operator: "in", values: [...new Set(values)] });
  }
});
