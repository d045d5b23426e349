import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

if (!existsSync(fileURLToPath(import.meta.resolve("@sailkit/beta-client/manifest")))) {
  console.error("The client, which tells the sandbox what the API has, is not built: run `pnpm build` first.");
  process.exit(1);
}
await import("../src/node/main.ts");
