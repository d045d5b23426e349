import { componentRef } from "./component-ref.ts";
import type { Resolution } from "./place.ts";

/** The reference, in normal form, to what another one leads to. Names must have been given. */
export function refTo(resolution: Exclude<Resolution, { to: "nothing" }>): string {
  if (resolution.to === "component") return resolution.ref;
  return componentRef(resolution.target.section ?? "", resolution.target.name ?? "");
}
