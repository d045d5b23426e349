import type { ConsumerCall } from "./consumer-call.ts";
import type { ConsumerClient } from "./consumer-client.ts";

/** The clients whose users call typed operations; but for one, programs import source as it was generated. */
export const consumerClients: readonly ConsumerClient[] = [
  { name: "sailkit", tool: "sailkit", program: (calls) => sailkitProgram("./client/src/index.ts", calls) },
  {
    name: "sailkit, as published",
    tool: "sailkit",
    isBuilt: true,
    program: (calls) => sailkitProgram("./client/dist/index.js", calls),
  },
  {
    name: "hey-api",
    tool: "hey-api",
    program: (calls) =>
      program(
        `import { ${names(calls)} } from "./client/index.ts";`,
        calls,
        ({ operation, params }) => `await ${operation}({ ${params} })`,
      ),
  },
  {
    name: "orval",
    tool: "orval",
    program: (calls) =>
      program(
        `import { ${names(calls)} } from "./client/client.ts";`,
        calls,
        // The success among its answers has to be told by status, and parameters of the path come first.
        ({ operation, params }) => `ofOrval(await ${operation}(${params.replace(/^\w+: (?:\{ id: (.*) \})?/, "$1")}))`,
      ).replace(
        "\n",
        '\nconst ofOrval = <A extends { status: number; data: unknown }>(answer: A) =>\n  answer.status === 200 ? { data: answer.data as Extract<A, { status: 200 }>["data"] } : {};\n',
      ),
  },
  {
    name: "openapi-typescript",
    tool: "openapi-typescript",
    program: (calls) =>
      program(
        `import createClient from "openapi-fetch";
import type { paths } from "./client/schema.ts";
const client = createClient<paths>({ baseUrl: "https://a.example" });`,
        calls,
        ({ path, params }) => `await client.GET("${path}", { params: { ${params} } })`,
      ),
  },
  {
    name: "sailpoint-api-client",
    program: (calls) =>
      program(
        `import { Configuration, ${[...new Set(calls.map(({ tag }) => `${tag}BetaApi`))].join(", ")} } from "sailpoint-api-client";
const configuration = new Configuration({ baseurl: "https://a.example", accessToken: "a" });`,
        calls,
        ({ operation, tag, params }) =>
          `await new ${tag}BetaApi(configuration).${operation}(${params.replace(/^\w+: /, "")})`,
      ),
  },
];

function sailkitProgram(entry: string, calls: readonly ConsumerCall[]): string {
  return program(
    `import { createClient, ${names(calls)} } from "${entry}";
const client = createClient({ baseUrl: "https://a.example" });`,
    calls,
    ({ operation, params }) => `await ${operation}(client, { params: { ${params} } })`,
  );
}

function names(calls: readonly ConsumerCall[]): string {
  return calls.map(({ operation }) => operation).join(", ");
}

function program(head: string, calls: readonly ConsumerCall[], call: (one: ConsumerCall) => string): string {
  const lines = calls.map((one) => `{\n  const { data } = ${call(one)};\n  console.log(${one.used});\n}`);
  return `${[head, ...lines].join("\n")}\n`;
}
