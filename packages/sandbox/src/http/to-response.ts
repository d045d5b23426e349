import type { Clock } from "../clock/clock.ts";
import type { Fault } from "../faults/fault.ts";
import { floodBody } from "../faults/flood-body.ts";
import { shapeBody } from "../faults/shape-body.ts";
import type { Answer } from "./answer.ts";
import type { Exchange } from "./exchange.ts";

/** Puts an answer on the wire, with the headers that every answer has, as a fault deforms it. */
export function toResponse(answer: Answer, exchange: Exchange, clock: Clock, fault: Fault = {}): Response {
  const bytes = toBytes(answer, fault);
  const headers = new Headers(answer.headers);
  headers.set("slpt-request-id", exchange.requestId);
  headers.set("date", new Date(clock.now()).toUTCString());
  if (bytes !== undefined || fault.flood !== undefined) headers.set("content-type", "application/json");
  if (bytes !== undefined && fault.flood === undefined) headers.set("content-length", String(bytes.length));
  if (fault.flood?.gzip) headers.set("content-encoding", "gzip");
  for (const [name, value] of Object.entries(fault.headers ?? {})) {
    if (value === null) headers.delete(name);
    else headers.set(name, value);
  }
  const { status } = answer;
  const bodiless = exchange.method === "HEAD" || status === 204 || status === 205 || status === 304;
  return new Response(bodiless ? null : toBody(bytes, fault, clock, exchange.signal), { status, headers });
}

function toBytes({ json }: Answer, { body }: Fault): Uint8Array<ArrayBuffer> | undefined {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  const text = body ?? (json === undefined ? undefined : JSON.stringify(json));
  return text === undefined ? undefined : new TextEncoder().encode(text);
}

function toBody(
  bytes: Uint8Array<ArrayBuffer> | undefined,
  fault: Fault,
  clock: Clock,
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer> | null {
  if (fault.flood !== undefined) return floodBody(fault.flood);
  if (bytes === undefined) return null;
  return fault.truncate === undefined && fault.drip === undefined ? bytes : shapeBody(bytes, fault, clock, signal);
}
