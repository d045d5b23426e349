/** The environment of a developer: without what pnpm tells its scripts about the repository that measures, and without CI. */
export function measuredEnv(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^p?npm_(?!config_registry)|^CI$|^INIT_CWD$/i.test(name),
  );
  return { ...Object.fromEntries(inherited), NO_COLOR: "1" };
}
