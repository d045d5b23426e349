import { BetaSdk } from "@sailkit/beta-sdk";
import { expect, test } from "vitest";
import { reportFailed } from "../src/report-failed.ts";
import { task } from "./task.ts";

// The shortest way: the sdk takes a `fetch`. Nothing is patched, nothing has to be reset.
function sdkThatAnswers(answer: (url: URL, request: Request) => Response): BetaSdk {
  return new BetaSdk({
    tenant: "acme",
    auth: "a-token",
    fetch: async (request) => answer(new URL(request.url), request),
    random: () => 0, // no wait before a retry
  });
}

test("failed tasks are counted by type, over all pages", async () => {
  const all = [task(), task({ type: "CLOUD" }), task()];
  const seen: string[] = [];
  const sdk = sdkThatAnswers((url, { headers }) => {
    seen.push(`${url.hostname}${url.pathname} ${url.searchParams.get("filters")} ${headers.get("authorization")}`);
    const offset = Number(url.searchParams.get("offset") ?? 0);
    return Response.json(all.slice(offset, offset + 250), { headers: { "X-Total-Count": String(all.length) } });
  });
  expect(await reportFailed(sdk)).toBe("QUARTZ: 2\nCLOUD: 1");
  expect(seen).toEqual(['acme.api.identitynow.com/beta/task-status completionStatus eq "ERROR" Bearer a-token']);
});

test("a service that is down for a moment is asked again", async () => {
  let calls = 0;
  const sdk = sdkThatAnswers(() => (++calls < 3 ? new Response(null, { status: 503 }) : Response.json([])));
  expect(await reportFailed(sdk)).toBe("No task failed.");
  expect(calls).toBe(3);
});

test("a token without the right to list tasks is told", async () => {
  expect(await reportFailed(sdkThatAnswers(() => Response.json({}, { status: 403 })))).toBe(
    "The token may not list tasks.",
  );
});
