import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { javaEnvironment } from "./java-environment.ts";
import type { JavaRuntime } from "./java-runtime.ts";
import { RUN_TEMPLATES } from "./write-run.ts";

/** The tool's output is only read when it fails; the beginning names the cause. */
const KEPT = 64 * 1024;

/**
 * `line.separator` is set here rather than on the command line because only an argument file can hold a line break on
 * every system. Serial collector and first-tier compiler: the run is over before more would pay. No performance data
 * file: it would land in a shared folder.
 */
const ARGUMENTS = `-XX:+UseSerialGC
-XX:TieredStopAtLevel=1
-XX:-UsePerfData
-Xms64m
-Xlog:disable
-Dfile.encoding=UTF-8
-Duser.language=en
-Duser.country=US
-Duser.timezone=UTC
-Djava.awt.headless=true
"-Dline.separator=\\n"
-Dlogback.configurationFile=sailkit-logback.xml
`;

/** The logging set-up inside the jar compiles conditions at start, which takes 0.1 s; this one only prints errors. */
const LOGBACK = `<configuration>
  <statusListener class="ch.qos.logback.core.status.NopStatusListener"/>
  <appender name="stderr" class="ch.qos.logback.core.ConsoleAppender">
    <target>System.err</target>
    <encoder><pattern>%msg%n</pattern></encoder>
  </appender>
  <root level="error"><appender-ref ref="stderr"/></root>
</configuration>
`;

/** One run of the tool. */
export interface GeneratorRun {
  readonly runtime: JavaRuntime;
  /** Holds `config.json` and the templates; the tool writes to `out` in it. */
  readonly folder: string;
  /** Where the tool gets the skeleton. */
  readonly input: string;
  /** Upper bound of the Java heap in MiB. */
  readonly heap: number;
  /** Further JVM flags. */
  readonly flags?: readonly string[];
  /** Kills the JVM. */
  readonly signal?: AbortSignal | undefined;
}

/** How a run ended. */
export interface GeneratorExit {
  /** Exit code, or null where a signal ended the JVM. */
  readonly code: number | null;
  /** What it wrote to stderr, at most 64 KiB. */
  readonly stderr: string;
}

/**
 * Starts `java` with the fastest flags known for this jar, and waits for it. Needs neither shell nor npm wrapper.
 *
 * @throws the reason of `signal` once that is aborted; the spawn error where `java` cannot be started
 */
export async function runGenerator(run: GeneratorRun): Promise<GeneratorExit> {
  writeFileSync(path.join(run.folder, "jvm.args"), ARGUMENTS);
  writeFileSync(path.join(run.folder, "sailkit-logback.xml"), LOGBACK);
  run.signal?.throwIfAborted();
  const child = spawn(run.runtime.java.command, commandLine(run), {
    cwd: run.folder,
    env: javaEnvironment(),
    stdio: ["ignore", "ignore", "pipe"],
    windowsHide: true,
    // Not SIGTERM: the JVM would run its exit hooks first, and there is nothing to save.
    killSignal: "SIGKILL",
    ...(run.signal === undefined ? {} : { signal: run.signal }),
  });
  return new Promise((resolve, reject) => {
    let stderr = "";
    let failure: Error | undefined;
    child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
      if (stderr.length < KEPT) stderr += chunk;
    });
    child.on("error", (error) => {
      failure = error;
      if (child.pid === undefined) reject(error);
    });
    // Only after the JVM is gone may the caller remove its folder.
    child.on("close", (code) => {
      if (run.signal?.aborted) reject(run.signal.reason);
      else if (failure) reject(failure);
      else resolve({ code, stderr });
    });
  });
}

function commandLine({ runtime, input, heap, flags = [] }: GeneratorRun): string[] {
  return [
    "@jvm.args",
    `-Xmx${heap}m`,
    ...(runtime.archive === undefined ? [] : [`-XX:SharedArchiveFile=${runtime.archive}`]),
    ...flags,
    ...["-jar", runtime.jar.file, "generate"],
    // The one TypeScript generator without API templates of its own, so that nothing but our files is written.
    ...["--generator-name", "typescript-axios"],
    ...["--input-spec", input, "--config", "config.json"],
    ...["--template-dir", RUN_TEMPLATES, "--output", "out"],
    "--skip-validate-spec",
    "--skip-operation-example",
  ];
}
