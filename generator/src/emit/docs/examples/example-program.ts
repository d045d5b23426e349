import type { OperationModel } from "../../../model/client-model.ts";
import type { JsonObject } from "../../../spec/json.ts";
import { defaultServerUrl } from "../../../spec/transforms/servers.ts";
import { commentLines } from "../../../text/comment-text.ts";
import { literal } from "../../../text/literal.ts";
import type { DocsSource } from "../docs-source.ts";
import { typeParts } from "../fields/type-text.ts";
import { successTest } from "../pages/response-rows.ts";
import { authorizationHeaders } from "./authorization-headers.ts";
import { exampleInit } from "./example-init.ts";
import { printValue } from "./print-value.ts";

/** Names that the program itself uses. */
const TAKEN = new Set(["client", "console", "createClient", "data", "error", "process", "response"]);

const LONGEST_TITLE = 100;

/** A program that calls an operation's function: what the template prints, each value TypeScript already. */
export function exampleProgram(source: DocsSource, operation: OperationModel): JsonObject {
  const { document, settings } = source;
  const alias = TAKEN.has(operation.name) ? `${operation.name}Operation` : operation.name;
  const init = exampleInit(source, operation);
  const { shown, hasData } = shownValue(operation);
  return {
    call: {
      title: commentTitle(operation),
      package: literal(settings.package),
      imported: alias === operation.name ? alias : `${operation.name} as ${alias}`,
      function: alias,
      baseUrl: literal(operation.server ?? defaultServerUrl(document.servers) ?? "https://api.example.com"),
      headers: authorizationHeaders(document, operation),
      init: init ? printValue(init) : false,
      hasData,
      answer: hasData && answerType(source, operation),
      shown,
    },
    sdk: false,
  };
}

/** The type of `data`, as people read it, where it is one that says something. */
function answerType(source: DocsSource, operation: OperationModel): string | false {
  const isSuccess = successTest(operation);
  const [media] = operation.responses.filter(({ status }) => isSuccess(status)).flatMap((response) => response.media);
  if (media?.kind !== "json") return false;
  const text = typeParts(source, media.schema).map((part) => part.text);
  const [line = ""] = commentLines(text.join(" | "));
  return line !== "unknown" && line.length <= LONGEST_TITLE && line;
}

/** The first line of the summary, as a comment. */
function commentTitle({ summary, id }: OperationModel): string {
  const [line = ""] = commentLines(summary.trim() === "" ? id : summary);
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE)}...` : line;
}

/** What the program prints in the end: the body, or where there is none the headers that only success has. */
function shownValue(operation: OperationModel): { shown: string; hasData: boolean } {
  const isSuccess = successTest(operation);
  const successes = operation.responses.filter(({ status }) => isSuccess(status));
  const hasBody = successes.length === 0 || successes.some(({ media }) => media.length > 0);
  if (hasBody && operation.method !== "head") return { shown: "data", hasData: true };
  const failures = operation.responses.filter(({ status }) => !isSuccess(status));
  const common = new Set(failures.flatMap(({ headers }) => headers));
  const own = [...new Set(successes.flatMap(({ headers }) => headers))].filter((name) => !common.has(name));
  const headers = own.map((name) => `response.headers.get(${literal(name)})`);
  return { shown: ["response.status", ...headers].join(", "), hasData: false };
}
