import type { Operation, OperationManifest } from "@sailkit/beta-client";
import { explainPermission, type PermissionAdvice } from "./explain-permission.ts";

/** Gives what the spec says of the operations of a client. */
export type LoadManifest = () => Promise<{ readonly manifest: Readonly<Record<string, OperationManifest>> }>;

// It is large and needed for nothing but this, so it is loaded when it is.
const loadManifest: LoadManifest = () => import("@sailkit/beta-client/manifest");

/** Explains a 403 of an operation; in general words where no manifest knows it, or none can be loaded. */
export async function explainOperation(
  { id, method, path }: Operation,
  load: LoadManifest = loadManifest,
): Promise<PermissionAdvice> {
  const { manifest } = await load().catch(() => ({ manifest: {} }));
  const entries = Object.values<OperationManifest>(manifest);
  return explainPermission(entries.find((entry) => entry.id === id && entry.method === method && entry.path === path));
}
