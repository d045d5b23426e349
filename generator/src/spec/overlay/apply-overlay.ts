import type { Finding } from "../finding.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { SpecRefusal } from "../spec-refusal.ts";
import { DocumentEditor } from "../walk/document-editor.ts";
import { own } from "../walk/own.ts";
import { valueAt } from "../walk/value-at.ts";
import { mergeUpdate } from "./merge-update.ts";
import { type OverlayAction, readActions } from "./read-actions.ts";
import { type SelectedNode, selectNodes } from "./select-nodes.ts";

/**
 * Applies an OpenAPI Overlay (1.0, and `copy` of 1.1) to a document. Actions run in order, each on the result of the one
 * before. Neither argument is changed; the result shares the parts that no action touches.
 *
 * @returns the changed document, and warnings: an action that selects nothing, `extends` (ignored: the caller decides what
 * the overlay goes on).
 * @throws SpecRefusal when the overlay is malformed: version, shape, an action without a reason, a target that is no
 * JSONPath, an update that does not fit what it meets. Pointers go into the overlay, and `file` is `overlay`.
 */
export function applyOverlay(
  document: JsonObject,
  overlay: JsonObject,
): { document: JsonObject; findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const report = (finding: Finding) => findings.push(finding);
  if (own(overlay, "extends") !== undefined) {
    report(
      note("/extends", "warning", "The field `extends` is ignored; the overlay goes on the spec it is given with."),
    );
  }
  let result: Json = document;
  for (const action of readActions(overlay, report)) result = applyAction(result, action, report);
  if (findings.some((finding) => finding.severity === "error")) throw new SpecRefusal(findings);
  return { document: result as JsonObject, findings };
}

function applyAction(document: Json, action: OverlayAction, report: (finding: Finding) => void): Json {
  const pointer = `/actions/${action.index}`;
  const nodes = selectNodes(action.target, document);
  if (nodes === undefined) {
    report(
      note(`${pointer}/target`, "error", `Action ${action.index} has a target that is no JSONPath: ${action.target}`),
    );
    return document;
  }
  if (nodes.length === 0) {
    const message = `Action ${action.index} selects nothing: ${action.target}`;
    report(note(pointer, "warning", message, "Remove the action if the spec has been corrected, or mend its target."));
    return document;
  }
  const editor = new DocumentEditor(document);
  // Deeper places first: the ones above them are then removed, or merged as they have become.
  const deepestFirst = [...nodes].sort((a, b) => b.tokens.length - a.tokens.length);
  if (action.change.kind === "remove") {
    for (const node of deepestFirst) editor.remove(node.tokens);
    return editor.result();
  }
  const update = action.change.kind === "copy" ? copied(document, action, report) : action.change.value;
  if (update === undefined) return document;
  for (const node of deepestFirst) {
    if (!fits(node, update)) {
      const message = `Action ${action.index} cannot merge its value into what ${action.target} selects: an object is needed.`;
      report(note(pointer, "error", message, "Give an object as the update of an object."));
      continue;
    }
    editor.set(node.tokens, mergeUpdate(valueAt(editor.result(), node.tokens) as Json, update));
  }
  return editor.result();
}

function copied(document: Json, action: OverlayAction, report: (finding: Finding) => void): Json | undefined {
  if (action.change.kind !== "copy") return undefined;
  const sources = selectNodes(action.change.from, document);
  if (sources?.length === 1) return sources[0]?.value;
  const message = `Action ${action.index} has a \`copy\` that selects ${sources?.length ?? "no valid number of"} places; one is needed.`;
  report(note(`/actions/${action.index}/copy`, "error", message));
  return undefined;
}

function fits(node: SelectedNode, update: Json): boolean {
  return !isObject(node.value) || isObject(update);
}

function note(pointer: string, severity: Finding["severity"], message: string, hint?: string): Finding {
  const finding = { severity, rule: severity === "error" ? "invalid-overlay" : "overlay-without-effect", pointer };
  return hint === undefined ? { ...finding, file: "overlay", message } : { ...finding, file: "overlay", message, hint };
}
