import type { ResolveHook } from "node:module";

/** Lets child processes run the sources of the workspace: module hooks for `node:module`'s `register`. */
export const resolve: ResolveHook = (specifier, context, next) => {
  const source = {
    "@sailkit/beta-client": "../../../beta-client/src/index.ts",
    "@sailkit/beta-client/manifest": "../../../beta-client/src/generated/manifest.ts",
  }[specifier];
  return next(source ? new URL(source, import.meta.url).href : specifier, context);
};
