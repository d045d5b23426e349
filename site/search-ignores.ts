import { manifest } from "@sailkit/beta-client/manifest";

const names = Object.keys(manifest);
const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const covered = [
  ...names.map((name) => `functions/${name}`),
  ...names.flatMap((name) => [`interfaces/${pascal(name)}Init`, `type-aliases/${pascal(name)}Result`]),
  ...names.map((name) => `interfaces/${pascal(name)}Filters`),
  ...["components", "operations", "paths"].map((name) => `interfaces/${name}`),
  ...["$defs", "webhooks"].map((name) => `type-aliases/${name}`),
];

/**
 * What search leaves out: lists of tags, and pages of TypeDoc about operations, which the reference tells more of. Whoever
 * looks for an operation finds its reference first.
 */
export const searchIgnores: (string | RegExp)[] = [/^tags(\/|$)/, ...covered.map((page) => `api/beta-client/${page}`)];
