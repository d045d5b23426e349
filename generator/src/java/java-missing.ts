/** A place where Java was looked for, and why what stood there cannot be used. */
export interface JavaAttempt {
  /** Where the hint came from. */
  readonly source: "SAILKIT_JAVA" | "JAVA_HOME" | "PATH";
  /** What was found there, in one clause: `is not set`, `is Java 8 (/opt/jdk8/bin/java)`. */
  readonly found: string;
}

const INSTALL: Partial<Record<NodeJS.Platform, string>> = {
  darwin: "`brew install openjdk@21`",
  win32: "`winget install EclipseAdoptium.Temurin.21.JRE`",
  linux:
    "`apt-get install openjdk-17-jre-headless`, `dnf install java-21-openjdk-headless` or `apk add openjdk17-jre-headless`",
};

/** Thrown when no Java of at least the required major version can be found. Its message lists three ways out. */
export class JavaMissing extends Error {
  override readonly name = "JavaMissing";
  /** Every place looked at, in the order of precedence. */
  readonly attempts: readonly JavaAttempt[];

  constructor(attempts: readonly JavaAttempt[], required: number, platform: NodeJS.Platform = process.platform) {
    const install = INSTALL[platform] ?? "any JDK or JRE for your system";
    super(
      [
        `Java ${required} or newer is needed to regenerate, and none was found:`,
        ...attempts.map(({ source, found }) => `  - ${source} ${found}`),
        "Three ways out:",
        `  1. Install one: ${install}.`,
        "  2. If one is installed, point at it: set JAVA_HOME to its folder, or SAILKIT_JAVA to its `java` executable.",
        "  3. Do without: the generated code is committed, so building, testing and using the packages need no Java.",
        "     Only a changed spec, overlay or template does; let CI regenerate, or restore the result from the remote cache.",
      ].join("\n"),
    );
    this.attempts = attempts;
  }
}
