import type { Case } from "../case.ts";
import { user } from "../credentials.ts";
import { equal } from "../equal.ts";
import { rejection } from "../rejection.ts";

/** What is promised of the place where the packages run. */
export const placeCases: readonly Case[] = [
  {
    name: "place: importing the packages does nothing else",
    run: async ({ traces }) => equal(traces, []),
    seen: (requests) => equal(requests.length, 0),
  },
  {
    name: "place: there is no process, no Buffer, no setImmediate, no require, no AbortSignal.any, and no unref of timers (B01, B04)",
    async run() {
      const place = globalThis as Record<string, unknown>;
      const found = ["process", "Buffer", "setImmediate", "require"].filter((name) => place[name] !== undefined);
      equal(found, []);
      equal((AbortSignal as { any?: unknown }).any, undefined);
      const timer = setTimeout(() => {}, 0);
      equal((timer as { unref?: unknown }).unref, undefined);
    },
  },
  {
    name: "place: a client secret is refused in a page, and nowhere else (B03)",
    async run({ sdk, origin, page }) {
      const open = async () => new sdk.BetaSdk({ baseUrl: `${origin}/beta`, auth: user });
      if (!page) return void (await open());
      const error = await rejection(open());
      equal([error.name, error.message.includes("dangerouslyAllowBrowser")], ["UsageError", true]);
      equal(error.message.includes(user.clientSecret), false);
    },
    seen: (requests) => equal(requests.length, 0),
  },
  {
    name: "place: a page and everything else may use a token from elsewhere",
    async run({ sdk, origin, client }) {
      const form = { grant_type: "client_credentials", client_id: user.clientId, client_secret: user.clientSecret };
      const auth = async () => {
        const answer = await fetch(`${origin}/oauth/token`, { method: "POST", body: new URLSearchParams(form) });
        const { access_token, expires_in } = (await answer.json()) as { access_token: string; expires_in: number };
        return { accessToken: access_token, expiresIn: expires_in };
      };
      const own = new sdk.BetaSdk({ baseUrl: `${origin}/beta`, auth, holdProcess: true });
      equal((await own.call(client.getTaskStatusList, { params: { query: { limit: 2 } } })).length, 2);
    },
    seen: (requests) =>
      equal(
        requests.map(({ status }) => status),
        [200, 200],
      ),
  },
  {
    name: "place: without an environment, options from it are an error that names what is missing",
    async run({ sdk }) {
      const error = await rejection((async () => sdk.optionsFromEnv())());
      equal([error.name, error.message.includes("SAIL_BASE_URL")], ["UsageError", true]);
    },
  },
];
