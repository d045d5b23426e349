import { registerHooks } from "node:module";

/**
 * To be loaded before a program, wherever it stands: has it find the packages of this workspace as a program finds them that
 * has installed them, by their names and built.
 */
const here = import.meta.url;

registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier, specifier.startsWith("@sailkit/") ? { ...context, parentURL: here } : context),
});
