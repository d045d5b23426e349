import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { caught } from "../support/caught.ts";
import { json } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { taskAnswer } from "../support/task-answer.ts";

describe("A12: secrets", () => {
  const secret = 'p@ss/wörd+"quoted" & more';
  const forms = [
    secret,
    encodeURIComponent(secret),
    new URLSearchParams({ secret }).toString().slice(7),
    JSON.stringify(secret).slice(1, -1),
    ...["", "x", "xy"].map((before) => Buffer.from(`${before}${secret}`).toString("base64")),
    ...["", "x", "xy"].map((before) => Buffer.from(`${before}${secret}`).toString("base64url")),
  ];
  const inner = forms.map((form) => (/^[\w+/=-]+$/.test(form) ? form.slice(4, -4) : form));
  const everywhere = (error: Error): string => {
    const shown = [inspect(error, { depth: 9 }), JSON.stringify(error), String(error), error.message, error.stack];
    return [...shown, error.cause instanceof Error ? everywhere(error.cause) : ""].join("\n");
  };

  test.each([
    [
      "an error body that echoes the request",
      () => json({ messages: [{ text: `${forms.join(" ")} token-1` }], detailCode: secret }, { status: 400 }),
    ],
    ["a text body", () => new Response(forms.join(" "), { status: 500 })],
    ["HTML on a 200", () => new Response(`<title>${forms.join(" ")}</title>`)],
    [
      "a network error",
      () =>
        Object.assign(new TypeError(forms.join(" "), { cause: new Error(forms.join(" ")) }), {
          request: { headers: { authorization: "Bearer token-1" } },
        }),
    ],
    ["an error of the token endpoint", undefined],
  ])("A12: %s shows none, in any form", async (_, reply) => {
    const logged: unknown[] = [];
    const log = (...parts: unknown[]) => void logged.push(parts);
    const { sdk, clock, server } = makeSdk(reply ?? taskAnswer, {
      auth: { clientId: "client", clientSecret: secret },
      logger: { debug: log, info: log, warn: log, error: log },
      logLevel: "debug",
      retry: false,
    });
    if (!reply)
      server.token = ({ body }) =>
        json({ error: "invalid", error_description: `${body} ${forms.join(" ")}` }, { status: 400 });
    const error = (await caught(clock.settle(sdk.tasks.get("a")))) as Error;
    const shown = `${everywhere(error)}\n${inspect(logged, { depth: 9 })}\n${inspect(sdk, { depth: 9, showHidden: true })}`;
    expect(logged.length).toBeGreaterThan(2);
    for (const form of [...inner, "token-1"]) expect(shown).not.toContain(form);
  });
});
