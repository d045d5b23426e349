/** Variables that slip flags into every JVM: a foreign agent or collector would break the run or its class archive. */
const INJECTED = new Set(["JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"]);

/**
 * The environment for the JVM: the given one, without injected flags, and with a UTF-8 locale on Linux, where the JVM
 * could otherwise not open files whose names go beyond ASCII.
 *
 * @param env defaults to `process.env`
 * @param platform defaults to `process.platform`
 */
export function javaEnvironment(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): NodeJS.ProcessEnv {
  const clean = Object.fromEntries(Object.entries(env).filter(([name]) => !INJECTED.has(name.toUpperCase())));
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || "";
  return platform === "linux" && !/utf-?8/i.test(locale) ? { ...clean, LC_ALL: "C.UTF-8" } : clean;
}
