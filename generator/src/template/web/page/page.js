// @ts-check
// The page asks its own server for everything, and changes nothing there.

/** @param {string} id */
const at = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
const pick = {
  template: /** @type {HTMLSelectElement} */ (at("template")),
  scope: /** @type {HTMLSelectElement} */ (at("scope")),
  output: /** @type {HTMLSelectElement} */ (at("output")),
};
const search = /** @type {HTMLInputElement} */ (at("search"));
const whole = /** @type {HTMLInputElement} */ (at("whole"));

/** The last round, as the server told it. */
let overview;

const events = new EventSource("events");
events.addEventListener("round", ({ data }) => {
  const isNew = overview?.round !== JSON.parse(data).round;
  overview = JSON.parse(data);
  showStatus();
  fill(
    pick.template,
    overview.templates.map(({ name }) => [name, name]),
  );
  // What is being edited is what one wants to see.
  if (isNew && overview.changed.length > 0) pick.template.value = overview.changed[0];
  fillScope();
  showTemplate();
  if (isNew) showContext();
});
events.addEventListener("error", () => {
  at("status").textContent = "The preview has ended. Start it again, and this page goes on.";
});

pick.template.addEventListener("change", showTemplate);
pick.scope.addEventListener("change", showContext);
pick.output.addEventListener("change", showOutput);
whole.addEventListener("change", showOutput);
search.addEventListener("input", () => renderContext());

function showStatus() {
  const { ms, problems, differences, round } = overview;
  const step = (/** @type {string} */ name, /** @type {number | null} */ time) =>
    time === null ? `${name} …` : `${name} ${Math.round(time)} ms`;
  const faults = problems.length === 0 ? "nothing wrong" : `${problems.length} to mend`;
  at("status").textContent = [
    `Round ${round}: ${differences.length} ${differences.length === 1 ? "file differs" : "files differ"}, ${faults}`,
    step("shown", ms.diff),
    step("types", ms.types),
    step("openapi-generator", ms.tool),
  ].join(" · ");
}

/**
 * @param {HTMLSelectElement} select
 * @param {[value: string, text: string][]} options
 */
function fill(select, options) {
  const before = select.value;
  select.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
  if (options.some(([value]) => value === before)) select.value = before;
}

function fillScope() {
  fill(pick.scope, [
    ...overview.operations.map((name) => [`operation=${name}`, `operation ${name}`]),
    ["supporting=1", "every template"],
    ...overview.models.map((name) => [`model=${name}`, `model ${name}`]),
  ]);
}

function showTemplate() {
  const template = overview.templates.find(({ name }) => name === pick.template.value);
  const own = overview.problems.filter(
    (problem) => problem.template === template.name || problem.template === undefined,
  );
  at("source").replaceChildren(
    ...template.text.split("\n").map((text, index) => {
      const isFault = own.some(({ line, template: name }) => name !== undefined && line === index + 1);
      return line(text, String(index + 1), isFault ? "fault" : "");
    }),
  );
  at("problems").replaceChildren(...own.map(problemItem));
  const differing = new Map(overview.differences.map((one) => [one.path, one]));
  const label = (/** @type {string} */ path) => {
    const found = differing.get(path);
    return found ? `${path} (+${found.added} -${found.removed})` : path;
  };
  const paths = [...new Set([...overview.differences.map(({ path }) => path), ...template.outputs])];
  const used = paths.filter((path) => template.outputs.includes(path));
  fill(
    pick.output,
    (used.length > 0 ? used : paths).map((path) => [path, label(path)]),
  );
  if (!differing.has(pick.output.value)) {
    const first = used.find((path) => differing.has(path));
    if (first !== undefined) pick.output.value = first;
  }
  showOutput();
}

function problemItem(problem) {
  const item = document.createElement("li");
  const place = problem.line === undefined ? "" : `line ${problem.line}, column ${problem.column}: `;
  item.append(`${place}${problem.message}`);
  if (problem.scope) {
    const list = document.createElement("dl");
    for (const { name, value } of problem.scope.values) {
      const row = document.createElement("div");
      row.append(element("dt", name), element("dd", value));
      list.append(row);
    }
    item.append(list);
  }
  return item;
}

async function showOutput() {
  const path = pick.output.value;
  if (path === "") return at("text").replaceChildren();
  const answer = await fetch(`output?path=${encodeURIComponent(path)}`);
  if (!answer.ok || path !== pick.output.value) return;
  const { text, hunks } = await answer.json();
  const lines = whole.checked || hunks.length === 0 ? wholeFile(text, hunks) : onlyHunks(hunks);
  at("text").replaceChildren(...lines);
}

function onlyHunks(hunks) {
  return hunks.flatMap((hunk, index) => [...(index > 0 ? [line("⋯", "", "gap")] : []), ...hunkLines(hunk)]);
}

function wholeFile(text, hunks) {
  const all = text.split("\n");
  const lines = [];
  let next = 1;
  for (const hunk of hunks) {
    for (; next < hunk.after; next++) lines.push(line(all[next - 1], String(next), ""));
    lines.push(...hunkLines(hunk));
    next += hunk.lines.filter(({ sign }) => sign !== "-").length;
  }
  for (; next <= all.length; next++) lines.push(line(all[next - 1], String(next), ""));
  return lines;
}

function hunkLines(hunk) {
  let number = hunk.after;
  return hunk.lines.map(({ sign, text }) => {
    const kind = sign === "+" ? "added" : sign === "-" ? "removed" : "";
    return line(`${sign} ${text}`, sign === "-" ? "" : String(number++), kind);
  });
}

let context = { title: "", values: [] };

async function showContext() {
  const scope = pick.scope.value;
  const answer = await fetch(`context?${scope}`);
  if (!answer.ok || scope !== pick.scope.value) return;
  context = await answer.json();
  renderContext();
}

/** Values as a tree by their paths; of a search, only what holds the word, with its branches open. */
function renderContext() {
  const word = search.value.toLowerCase();
  const shown = context.values.filter((value) => word === "" || JSON.stringify(value).toLowerCase().includes(word));
  const root = new Map();
  for (const value of shown) {
    let branch = root;
    const parts = value.path.replaceAll("[", ".[").split(".");
    for (const part of parts.slice(0, -1)) {
      if (!(branch.get(part) instanceof Map)) branch.set(part, new Map());
      branch = branch.get(part);
    }
    branch.set(parts.at(-1), value);
  }
  at("context").replaceChildren(...branches(root, word !== ""));
}

function branches(tree, isOpen) {
  return [...tree].map(([name, value]) => {
    if (!(value instanceof Map)) return leaf(name, value);
    const details = document.createElement("details");
    details.open = isOpen || !name.startsWith("[");
    details.append(element("summary", name), ...branches(value, isOpen));
    return details;
  });
}

function leaf(name, { value, form, spec, transform }) {
  const row = element("div", `${name}: ${JSON.stringify(value)}`);
  row.className = "value";
  const from = element("span", ` ${[...spec, transform].join(" ")} (${form})`);
  from.className = "from";
  row.append(from);
  return row;
}

function line(text, number, kind) {
  const span = element("span", text);
  span.className = kind;
  span.dataset.line = number;
  return span;
}

function element(name, text) {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
