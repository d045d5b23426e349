import CodeBlock from "@theme/CodeBlock";
import Heading from "@theme/Heading";
import { type ReactNode, useMemo, useState } from "react";
import { AnswerView } from "./answer-view.tsx";
import { buildInit } from "./build-init.ts";
import styles from "./explorer.module.css";
import { explorerFaults } from "./explorer-fault.ts";
import { type ExplorerOperation, explorerOperations } from "./explorer-operation.ts";
import { type ExplorerTarget, localTarget, pageTarget } from "./explorer-target.ts";
import type { FormValues } from "./form-values.ts";
import { printCall } from "./print-call.ts";
import { type RequestChoice, RequestForm } from "./request-form.tsx";
import { type Answer, sendCall } from "./send-call.ts";
import { TargetChoice } from "./target-choice.tsx";

/** What stands in the program instead of the tenant in the page, which no program can reach. */
const TENANT = "https://acme.api.identitynow.com/beta";

/** Calls the generated client on a sandbox tenant. `start` is the function to begin with. */
export function Explorer({ start }: { readonly start: string | null }): ReactNode {
  const page = useMemo(pageTarget, []);
  const [url, setUrl] = useState<string>();
  const [choice, setChoice] = useState<RequestChoice>(() => firstChoice(start, page));
  const [answers, setAnswers] = useState<{ readonly last?: Answer; readonly count: number }>({ count: 0 });
  const [isBusy, setBusy] = useState(false);
  const target = useMemo(() => chooseTarget(page, url), [page, url]);

  const change = (next: Partial<RequestChoice>) => {
    const moved = next.operation && next.operation !== choice.operation;
    setChoice({ ...choice, ...next, ...(moved && next.operation && { values: firstValues(next.operation, page) }) });
  };
  const send = async () => {
    setBusy(true);
    const last = await call(choice, target);
    setAnswers(({ count }) => ({ last, count: count + 1 }));
    setBusy(false);
  };
  return (
    <>
      <TargetChoice url={url} onChange={setUrl} />
      <div className={styles.columns}>
        <RequestForm
          choice={choice}
          canBreak={target?.breakNext !== undefined}
          isBusy={isBusy}
          onChange={change}
          onSend={send}
        />
        <AnswerView answer={answers.last} number={answers.count} />
      </div>
      <Heading as="h2">The same in a program</Heading>
      <CodeBlock language="ts">{code(choice, url === undefined ? TENANT : (target?.baseUrl ?? TENANT))}</CodeBlock>
    </>
  );
}

function chooseTarget(page: ExplorerTarget, url: string | undefined): ExplorerTarget | undefined {
  if (url === undefined) return page;
  return URL.canParse(url) ? localTarget(url) : undefined;
}

async function call({ operation, values, caller, fault }: RequestChoice, target: ExplorerTarget | undefined) {
  const failed = (body: string): Answer => ({
    sent: undefined,
    status: undefined,
    headers: [],
    outcome: "thrown",
    body,
    ms: 0,
  });
  if (!target) return failed("The URL of the sandbox is none.");
  try {
    const init = buildInit(operation, values);
    const chosen = explorerFaults[fault]?.fault;
    if (chosen) target.breakNext?.(chosen);
    return await sendCall(operation.name, init, { target, caller });
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

function code({ operation, values }: RequestChoice, baseUrl: string): string {
  try {
    return printCall(operation.name, buildInit(operation, values), baseUrl);
  } catch (error) {
    return `// ${error instanceof Error ? error.message : error}`;
  }
}

function firstChoice(start: string | null, page: ExplorerTarget): RequestChoice {
  const named = explorerOperations.find(({ name }) => name === start);
  // The tenant in the page answers it, whatever else the API has.
  const first = explorerOperations.find(({ request }) => request === "GET /task-status");
  const operation = named ?? first ?? explorerOperations[0];
  if (!operation) throw new Error("The manifest of the client is empty.");
  return { operation, values: firstValues(operation, page), caller: "user", fault: "none" };
}

function firstValues({ name, fields, body }: ExplorerOperation, { ids }: ExplorerTarget): FormValues {
  const id = (name === "updateTaskStatus" ? ids?.pending : ids?.completed) ?? "";
  const values = fields.map(({ name: field, initial }) => [field, field === "id" ? id : initial] as const);
  return { fields: Object.fromEntries(values), body: body ?? "" };
}
