import { expect, it } from "vitest";
import { javaEnvironment } from "../../src/java/java-environment.ts";

it("drops variables that inject flags into every JVM", () => {
  const env = { PATH: "/bin", JAVA_TOOL_OPTIONS: "-XX:+UseZGC", _JAVA_OPTIONS: "-Xmx1m", JDK_JAVA_OPTIONS: "-ea" };
  expect(javaEnvironment(env, "darwin")).toEqual({ PATH: "/bin" });
});

it.each([
  ["linux", { LANG: "C" }, { LANG: "C", LC_ALL: "C.UTF-8" }],
  ["linux", {}, { LC_ALL: "C.UTF-8" }],
  ["linux", { LANG: "de_DE.UTF-8" }, { LANG: "de_DE.UTF-8" }],
  ["linux", { LANG: "de_DE.UTF-8", LC_ALL: "POSIX" }, { LANG: "de_DE.UTF-8", LC_ALL: "C.UTF-8" }],
  ["win32", { LANG: "C" }, { LANG: "C" }],
] as const)("gives the JVM a UTF-8 locale on %s with %o", (platform, env, want) => {
  expect(javaEnvironment(env, platform)).toEqual(want);
});
