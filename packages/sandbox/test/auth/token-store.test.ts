import { expect, test } from "vitest";
import { sandboxClients } from "../../src/auth/sandbox-clients.ts";
import { TokenStore } from "../../src/auth/token-store.ts";
import { createRandom } from "../../src/random/create-random.ts";

test("tokens that are alive are never forgotten, however many there were", () => {
  const store = new TokenStore(createRandom("tokens"));
  const long = store.issue(sandboxClients.user, 0, 1_000_000).token;
  const short = Array.from({ length: 2_500 }, (_, now) => store.issue(sandboxClients.user, now, 1).token);
  expect(store.verify(`Bearer ${long}`, 2_500)).toBe(sandboxClients.user);
  expect(store.verify(`bearer ${short.at(-1)}`, 2_500)).toBe(sandboxClients.user);
  expect(store.verify(`Bearer ${short.at(-1)}`, 3_499)).toBe("JWT is expired");
  expect(store.verify(`Bearer ${short[0]}`, 2_500)).toBe("JWT is unknown");
});
