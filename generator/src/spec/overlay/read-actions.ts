import type { Finding } from "../finding.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { own } from "../walk/own.ts";

/** One action of an overlay, checked. Exactly one of the three changes is given. */
export interface OverlayAction {
  readonly index: number;
  readonly target: string;
  readonly change:
    | { readonly kind: "remove" }
    | { readonly kind: "update"; readonly value: Json }
    | { readonly kind: "copy"; readonly from: string };
}

/**
 * Checks the shape of an overlay (https://spec.openapis.org/overlay/v1.0.0.html, and 1.1) and lists its actions. Beyond the
 * standard, each action must carry its reason as `description`.
 *
 * @param report takes what is wrong; pointers go into the overlay.
 */
export function readActions(overlay: JsonObject, report: (finding: Finding) => void): OverlayAction[] {
  const version = own(overlay, "overlay");
  if (typeof version !== "string" || !/^1\.[01](?:\.\d+)?$/.test(version)) {
    report(problem("/overlay", "The overlay does not state version 1.0 or 1.1.", "Start it with `overlay: 1.0.0`."));
  }
  const actions = own(overlay, "actions");
  if (!Array.isArray(actions)) {
    report(problem("/actions", "The overlay has no list of actions.", "Add `actions`, or leave the overlay out."));
    return [];
  }
  return actions.flatMap((action, index) => readAction(action, index, report) ?? []);
}

function readAction(action: Json, index: number, report: (finding: Finding) => void): OverlayAction | undefined {
  const pointer = `/actions/${index}`;
  const target = own(action, "target");
  if (!isObject(action) || typeof target !== "string") {
    report(problem(pointer, `Action ${index} has no target.`, "Give it a JSONPath query as `target`."));
    return undefined;
  }
  const description = own(action, "description");
  if (typeof description !== "string" || description.trim() === "") {
    const message = `Action ${index} on ${target} gives no reason.`;
    report(problem(pointer, message, "Say in `description` what was observed, where, and why the spec is wrong."));
  }
  const change = readChange(action);
  if (change === undefined) {
    report(
      problem(pointer, `Action ${index} on ${target} changes nothing.`, "Give it `update`, `remove: true` or `copy`."),
    );
    return undefined;
  }
  return { index, target, change };
}

function readChange(action: JsonObject): OverlayAction["change"] | undefined {
  if (own(action, "remove") === true) return { kind: "remove" };
  const value = own(action, "update");
  if (value !== undefined) return { kind: "update", value };
  const from = own(action, "copy");
  return typeof from === "string" ? { kind: "copy", from } : undefined;
}

function problem(pointer: string, message: string, hint: string): Finding {
  return { severity: "error", rule: "invalid-overlay", pointer, file: "overlay", message, hint };
}
