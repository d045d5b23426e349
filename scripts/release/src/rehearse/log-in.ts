import { writeFileSync } from "node:fs";
import path from "node:path";

/**
 * Registers a user with a registry.
 *
 * @param folder absolute path, for the configuration
 * @returns the environment with which npm uses that registry as that user, with a cache of its own
 */
export async function logIn(registry: string, folder: string): Promise<NodeJS.ProcessEnv> {
  const response = await fetch(`${registry}/-/user/org.couchdb.user:rehearsal`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: "rehearsal", password: "of-no-other-use" }),
  });
  const { token } = (await response.json()) as { token?: string };
  if (!response.ok || token === undefined) throw new Error(`The registry takes no user: status ${response.status}.`);
  const npmrc = path.join(folder, "npmrc");
  writeFileSync(npmrc, `registry=${registry}/\n//${new URL(registry).host}/:_authToken=${token}\n`);
  return {
    npm_config_userconfig: npmrc,
    npm_config_registry: `${registry}/`,
    npm_config_cache: path.join(folder, "npm-cache"),
  };
}
