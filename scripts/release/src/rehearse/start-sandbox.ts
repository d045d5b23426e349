import path from "node:path";
import { pathToFileURL } from "node:url";

/** A tenant that answers on this machine. */
export interface Sandbox {
  readonly url: string;
  readonly user: { readonly id: string; readonly secret: string };
  close(): Promise<void>;
}

/** Starts the sandbox that was built in a copy of the repository, at the absolute path `copy`. */
export async function startSandbox(copy: string): Promise<Sandbox> {
  const load = (file: string) => import(pathToFileURL(path.join(copy, "packages/sandbox/dist", file)).href);
  const [{ createTenant, sandboxClients }, { serve }] = await Promise.all([load("index.js"), load("node/index.js")]);
  const server = await serve(createTenant({ tasks: 300 }));
  return { url: `${server.url}/beta`, user: sandboxClients.user, close: () => server.close() };
}
