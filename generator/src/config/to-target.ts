import path from "node:path";
import type { ApiConfig } from "./define-config.ts";
import type { Target } from "./target.ts";

/** What `generate` is told of an API of the workspace whose root is `root`, an absolute path. */
export function toTarget(root: string, name: string, api: ApiConfig): Target {
  const absolute = (file: string | undefined) => (file === undefined ? undefined : path.join(root, file));
  return {
    name,
    spec: path.join(root, api.spec),
    overlay: absolute(api.overlay),
    root: path.join(root, api.package),
    extent: "generated",
    docs: api.docs ?? true,
    sdk: absolute(api.sdk),
    allowRefs: api.allowRefs ?? [],
    ...(api.templates && { templates: api.templates.map((folder) => path.join(root, folder)) }),
    command: "pnpm generate",
  };
}
