import type { VerifiedJar } from "./ensure-jar.ts";
import type { JavaInstall } from "./find-java.ts";

/** All it takes to run openapi-generator. */
export interface JavaRuntime {
  readonly java: JavaInstall;
  readonly jar: VerifiedJar;
  /** Path of the class archive that halves start-up; undefined where this Java cannot make one. */
  readonly archive: string | undefined;
}
