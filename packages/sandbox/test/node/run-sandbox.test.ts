import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseArguments } from "../../src/node/parse-arguments.ts";
import { runSandbox } from "../../src/node/run-sandbox.ts";
import { serve } from "../../src/node/serve.ts";
import { createTenant } from "../../src/tenant/create-tenant.ts";

test("the command starts a server, and what it prints works when pasted", async () => {
  let output = "";
  const server = await runSandbox(["--port", "0", "--tasks", "5", "--seed", "x"], (text) => {
    output += text;
  });
  try {
    const [, id = "", secret = "", url = ""] =
      /curl -s -d grant_type=client_credentials -d client_id=(\S+) -d client_secret=(\S+) (\S+)/.exec(output) ?? [];
    expect(url).toBe(`${server?.url}/oauth/token`);
    const body = new URLSearchParams({ grant_type: "client_credentials", client_id: id, client_secret: secret });
    const { access_token: token } = (await (await fetch(url, { method: "POST", body })).json()) as {
      access_token: string;
    };
    const list = /"(http\S+limit=3\S*)"/.exec(output)?.[1] ?? "";
    const response = await fetch(list, { headers: { authorization: `Bearer ${token}` } });
    expect(await response.json()).toHaveLength(3);
  } finally {
    await server?.close();
  }
});

test("options reach the tenant", () => {
  const { tenant, serve: how } = parseArguments(
    "--port 80 --host 0.0.0.0 --tasks 7 --seed s --rate-limit off --expires-in 5 --speed 60 --cors".split(" "),
  );
  expect(how).toEqual({ port: 80, host: "0.0.0.0" });
  expect(tenant).toMatchObject({ tasks: 7, seed: "s", rateLimit: false, expiresIn: 5, cors: true });
  expect(parseArguments([]).tenant).toMatchObject({
    tasks: 2_000,
    seed: "sailkit",
    rateLimit: { requests: 100 },
    cors: false,
  });
});

test("help says what there is", async () => {
  let output = "";
  expect(await runSandbox(["-h"], (text) => (output = text))).toBeUndefined();
  for (const option of ["port", "host", "tasks", "seed", "rate-limit", "expires-in", "speed", "cors", "help"]) {
    expect(output).toContain(`--${option}`);
  }
});

describe("arguments that make no sense", () => {
  test.each([
    [["--port", "x"], '--port is a whole number from 0 to 65535, not "x".'],
    [["--port", "65536"], '--port is a whole number from 0 to 65535, not "65536".'],
    [["--rate-limit", "0"], '--rate-limit is a whole number from 1 to 1000000, or off, not "0".'],
    [["--tasks", "-1"], "Option '--tasks' argument is ambiguous"],
    [["--nothing"], "Unknown option '--nothing'"],
    [["extra"], "Unexpected argument 'extra'"],
  ])("%j", async (args, message) => {
    await expect(runSandbox(args, () => {})).rejects.toThrow(message);
  });

  test("a port that is taken", async () => {
    const server = await serve(createTenant({ tasks: 0 }));
    const { port } = new URL(server.url);
    await expect(runSandbox(["--port", port], () => {})).rejects.toThrow(
      `Port ${port} is taken. Choose another with --port, or any that is free with --port 0.`,
    );
    await server.close();
  });
});

test("the script ends when it is told to, and with 2 where it cannot start", async () => {
  const script = fileURLToPath(new URL("../../bin/sandbox.ts", import.meta.url));
  const child = spawn(process.execPath, [script, "--port", "0"], { stdio: ["ignore", "pipe", "ignore"] });
  await once(child.stdout, "data");
  child.kill("SIGTERM");
  // Windows knows no such signal: there the process is ended from outside.
  expect(await once(child, "exit")).toEqual(process.platform === "win32" ? [null, "SIGTERM"] : [0, null]);
  const wrong = spawn(process.execPath, [script, "--port", "x"], { stdio: ["ignore", "ignore", "pipe"] });
  const [[message], [code]] = await Promise.all([once(wrong.stderr, "data"), once(wrong, "exit")]);
  expect([String(message), code]).toEqual(['--port is a whole number from 0 to 65535, not "x".\n', 2]);
});
