import type { World } from "./world.ts";

/** What a package that only defines things does not call. */
const WATCHED = ["fetch", "setTimeout", "setInterval", "queueMicrotask", "addEventListener"];

type Global = Record<string, unknown>;

/**
 * Imports the packages, and tells what that did beside defining them. `import()` rather than an import at the top, so that
 * everything a runtime has to lack is gone before.
 */
export async function loadPackages(): Promise<Pick<World, "client" | "sdk" | "traces">> {
  const traces: string[] = [];
  const place = globalThis as unknown as Global;
  const watched = WATCHED.filter((name) => name in globalThis).map((name) => {
    const original = place[name];
    // Some runtimes inherit their globals.
    const own = Object.hasOwn(place, name);
    place[name] = (...args: unknown[]) => {
      traces.push(`called ${name}`);
      return (original as (...args: unknown[]) => unknown).apply(globalThis, args);
    };
    return () => {
      if (own) place[name] = original;
      else delete place[name];
    };
  });
  const before = new Set(Reflect.ownKeys(place));
  try {
    const client = await import("@sailkit/beta-client");
    const sdk = await import("@sailkit/beta-sdk");
    for (const key of Reflect.ownKeys(place)) if (!before.has(key)) traces.push(`defined globalThis.${String(key)}`);
    return { client, sdk, traces };
  } finally {
    for (const restore of watched) restore();
  }
}
