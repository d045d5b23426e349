import type { ContenderModule } from "../clients/contender.ts";
import { TASK_ID } from "../clients/modules/task.ts";
import { stubFetch } from "../clients/stub-fetch.ts";

// Loads one contender in a process of its own and makes its first call. Prints as JSON the milliseconds from before the import
// until it was loaded, and until the answer was there. Without a base URL, `fetch` is a stub, and its classes are loaded before.
const [module = "", baseUrl] = process.argv.slice(2);
if (baseUrl === undefined) {
  const { fetch } = stubFetch();
  globalThis.fetch = fetch;
  await (await fetch(new Request("http://127.0.0.1:9/oauth/token"))).json();
}
const start = performance.now();
const { open } = (await import(module)) as ContenderModule;
const imported = performance.now() - start;
const id = await open(baseUrl ?? "http://127.0.0.1:9/beta", baseUrl === undefined)();
const answered = performance.now() - start;
if (id !== TASK_ID) throw new Error(`${module} does not give the task.`);
console.log(JSON.stringify({ imported, answered }));
process.exit();
