import { describe, expect, test } from "vitest";
import { UsageError } from "../../src/errors/usage-error.ts";
import { renderSorters } from "../../src/sorters/render-sorters.ts";
import { json } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";

const render = (sorters: string[] | undefined) => renderSorters(sorters, ["created", "name"], "list");

describe("F06: sorters", () => {
  test.each([
    [["created"], "created"],
    [["-created"], "-created"],
    [["-created", "name"], "-created,name"],
    [[], undefined],
    [undefined, undefined],
  ])("F06: %j becomes %s", (sorters, text) => {
    expect(render(sorters)).toBe(text);
  });

  test.each([
    [["modified"], 'list cannot order by "modified": it can by created, name'],
    [["--created"], 'cannot order by "-created"'],
    [["created,name"], 'cannot order by "created,name"'],
    [["created", "-created"], 'Sorter "created" is given twice'],
    [[""], 'cannot order by ""'],
    [["na-me"], 'cannot order by "na-me"'],
  ])("F06: %j is refused", (sorters, message) => {
    expect(() => render(sorters)).toThrow(UsageError);
    expect(() => render(sorters)).toThrow(message);
  });

  test("F06: they are sent as one parameter, and checked before any request", async () => {
    const { sdk, clock, server } = makeSdk(() => json([]));
    await clock.settle(sdk.tasks.list({ sorters: ["-created"] }).toArray());
    expect(server.calls[0]?.url.search).toBe("?sorters=-created&limit=250&offset=0&count=true");
    // @ts-expect-error: only `created` is supported
    expect(() => sdk.tasks.list({ sorters: ["modified"] })).toThrow(UsageError);
    // @ts-expect-error: pending tasks have no sorters
    expect(() => sdk.tasks.pending.list({ sorters: ["created"] })).toThrow("it can by nothing");
  });
});
