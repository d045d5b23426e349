import type { ConsumerCall } from "./consumer-call.ts";
import type { ConsumerClient } from "./consumer-client.ts";

/** The clients whose users call typed operations; each program imports source, as it was generated. */
export const consumerClients: readonly ConsumerClient[] = [
  {
    name: "sailkit",
    program: (calls) =>
      program(
        `import { createClient, ${names(calls)} } from "./client/src/index.ts";
const client = createClient({ baseUrl: "https://a.example" });`,
        calls,
        ({ operation, params }) => `await ${operation}(client, { params: { ${params} } })`,
      ),
  },
  {
    name: "hey-api",
    program: (calls) =>
      program(
        `import { ${names(calls)} } from "./client/index.ts";`,
        calls,
        ({ operation, params }) => `await ${operation}({ ${params} })`,
      ),
  },
  {
    name: "orval",
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
    program: (calls) =>
      program(
        `import createClient from "openapi-fetch";
import type { paths } from "./client/schema.ts";
const client = createClient<paths>({ baseUrl: "https://a.example" });`,
        calls,
        ({ path, params }) => `await client.GET("${path}", { params: { ${params} } })`,
      ),
  },
];

function names(calls: readonly ConsumerCall[]): string {
  return calls.map(({ operation }) => operation).join(", ");
}

function program(head: string, calls: readonly ConsumerCall[], call: (one: ConsumerCall) => string): string {
  const lines = calls.map((one) => `{\n  const { data } = ${call(one)};\n  console.log(${one.used});\n}`);
  return `${[head, ...lines].join("\n")}\n`;
}
