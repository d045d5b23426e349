import type { JsonObject } from "../../src/spec/json.ts";
import { checkServers } from "./check-servers.ts";
import type { ClientPackage, OperationFunction } from "./client-package.ts";
import { compareRequest } from "./compare-request.ts";
import { compareResult } from "./compare-result.ts";
import { type AnswerSample, failureSample, successSample } from "./oracle/answer-sample.ts";
import { type ExpectedCall, expectedCall } from "./oracle/expected-call.ts";
import { listOperations } from "./oracle/list-operations.ts";
import type { SpecMedia, SpecOperation } from "./oracle/spec-operation.ts";
import type { Answer, RecordingServer } from "./recording-server.ts";

/** What a package sent, held against its spec. */
export interface WireReport {
  readonly spec: string;
  readonly operations: number;
  readonly calls: number;
  /** Operations fetch has no way to send, such as TRACE. */
  readonly skipped: readonly string[];
  /** Each names its operation, the call and what differs. */
  readonly mismatches: readonly string[];
}

/** Sends every operation of a package: once for each media type of its body with all it takes, and once with the least. */
export async function checkPackage(package_: ClientPackage, server: RecordingServer): Promise<WireReport> {
  const { name, document, createClient, functions } = package_;
  const baseUrl = `${server.url}/base`;
  const client = createClient({ baseUrl });
  const mismatches: string[] = [];
  const skipped: string[] = [];
  const operations = listOperations(document);
  let calls = 0;
  for (const operation of operations) {
    const title = `${operation.method.toUpperCase()} ${operation.path}`;
    const send = functions.get(operation.pointer);
    if (operation.method === "trace") skipped.push(title);
    else if (!send) mismatches.push(`${title}: has no function`);
    else {
      for (const [kind, expected, sample] of callsOf(document, operation)) {
        calls += 1;
        const found = await checkCall({ send, client, server, baseUrl, expected, sample });
        mismatches.push(...found.map((line) => `${title} (${kind}): ${line}`));
      }
    }
  }
  mismatches.push(...(await checkServers(package_, operations)));
  return { spec: name, operations: operations.length, calls, skipped, mismatches };
}

type Call = [kind: string, expected: ExpectedCall, sample: AnswerSample];

function callsOf(document: JsonObject, operation: SpecOperation): Call[] {
  const success = successSample(document, operation);
  const media: (SpecMedia | undefined)[] = operation.body.length > 0 ? [...operation.body] : [undefined];
  const full = media.map((one): Call => {
    return [one?.type ?? "all", expectedCall(document, operation, "all", one), success];
  });
  const least = expectedCall(document, operation, "required", media[0]);
  return [...full, ["least", least, failureSample(document, operation)]];
}

interface Checked {
  readonly send: OperationFunction;
  readonly client: unknown;
  readonly server: RecordingServer;
  readonly baseUrl: string;
  readonly expected: ExpectedCall;
  readonly sample: AnswerSample;
}

async function checkCall({ send, client, server, baseUrl, expected, sample }: Checked): Promise<string[]> {
  server.answer = sample.answer;
  try {
    const result = await send(client, expected.init);
    const [request, ...more] = server.take();
    if (!request || more.length > 0) return [`${more.length + (request ? 1 : 0)} requests instead of one`];
    return [
      ...compareRequest(expected, request, baseUrl),
      ...compareAccept(request.headers.get("accept") ?? "", sample.answer),
      ...(await compareResult(sample, result)),
    ];
  } catch (error) {
    server.take();
    return [String(error)];
  }
}

/** Whether a request asks for what it is answered. */
function compareAccept(accept: string, { type = "" }: Answer): string[] {
  const essence = (one: string) => one.split(";")[0]?.trim().toLowerCase() ?? "";
  const [family] = essence(type).split("/");
  const asked = accept.split(",").map(essence);
  const matches = [essence(type), `${family}/*`, "*/*"].some((one) => asked.includes(one));
  return type === "" || matches ? [] : [`accept: expected ${type}, got ${accept}`];
}
