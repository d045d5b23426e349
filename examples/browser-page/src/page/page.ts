import { BetaSdk, isSdkError } from "@sailkit/beta-sdk";
import { getToken } from "./get-token.ts";

const sdk = new BetaSdk({ baseUrl: document.body.dataset.baseUrl, auth: getToken });
const status = document.querySelector("[role=status]") as HTMLElement;
const list = document.querySelector("ul") as HTMLElement;
const more = document.querySelector("button") as HTMLButtonElement;

const failed = sdk.tasks.list({ filters: { completionStatus: "ERROR" }, sorters: ["-created"], limit: 10 });
let next = () => failed.page().catch(show);

async function load(): Promise<void> {
  more.disabled = true;
  const page = await next();
  more.disabled = false;
  more.hidden = page === undefined;
  if (!page) return;
  for (const { uniqueName, created } of page.items) {
    const item = document.createElement("li");
    item.textContent = `${uniqueName}, ${new Date(created).toLocaleDateString()}`;
    list.append(item);
  }
  // Undefined where CORS hides the header that holds it.
  status.textContent = `${list.children.length} of ${page.total ?? "an unknown number"}`;
  next = () => page.next().catch(show);
}

function show(error: unknown): undefined {
  status.textContent = isSdkError(error) ? error.message : String(error);
}

more.addEventListener("click", () => void load());
void load();
