import { isDeepStrictEqual } from "node:util";
import type { AnswerSample } from "./oracle/answer-sample.ts";

/** What a client made of an answer. */
export interface CallResult {
  readonly data?: unknown;
  readonly error?: unknown;
  readonly response: Response;
}

/** What a result has that it should not have: one line each. */
export async function compareResult({ answer, reads }: AnswerSample, result: CallResult): Promise<string[]> {
  const mismatches: string[] = [];
  if (result.response.status !== answer.status)
    mismatches.push(`status: expected ${answer.status}, got ${result.response.status}`);
  if (answer.status < 300) {
    if (result.error !== undefined) mismatches.push(`error: expected none, got ${JSON.stringify(result.error)}`);
    const data = await plain(result.data);
    if (!isDeepStrictEqual(data, reads)) mismatches.push(`data: expected ${show(reads)}, got ${show(data)}`);
    return mismatches;
  }
  if (result.data !== undefined) mismatches.push(`data: expected none, got ${show(result.data)}`);
  const wanted = reads ?? { status: answer.status, statusText: result.response.statusText, body: "" };
  if (!isDeepStrictEqual(result.error, wanted))
    mismatches.push(`error: expected ${show(wanted)}, got ${show(result.error)}`);
  return mismatches;
}

/** Text that is no JSON and bytes alike as Latin-1. */
async function plain(data: unknown): Promise<unknown> {
  if (data instanceof Blob) return Buffer.from(await data.arrayBuffer()).toString("latin1");
  return data === "<é>" ? Buffer.from(data, "utf8").toString("latin1") : data;
}

const show = (value: unknown) => (JSON.stringify(value) ?? "nothing").slice(0, 400);
