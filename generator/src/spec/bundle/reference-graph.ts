import type { Finding } from "../finding.ts";
import type { Json, JsonObject } from "../json.ts";
import { fromPointer, toPointer } from "../json-pointer.ts";
import { isReference } from "../walk/is-reference.ts";
import type { Kind } from "../walk/kind.ts";
import { own } from "../walk/own.ts";
import { sectionOf } from "../walk/section-of.ts";
import { valueAt } from "../walk/value-at.ts";
import { collectReferences } from "./collect-references.ts";
import { componentRef } from "./component-ref.ts";
import { deriveName } from "./derive-name.ts";
import { fileOf } from "./file-of.ts";
import { followReference, type Surroundings } from "./follow-reference.ts";
import type { LoadedDocument, Place, Resolution, Target } from "./place.ts";
import type { Reference } from "./reference.ts";

/** Every reference that can be reached from the spec, and what it leads to. */
export class ReferenceGraph {
  /** Slips that were overlooked (warnings) and references that may not be followed (errors). */
  readonly findings: Finding[] = [];
  readonly targets = new Map<string, Target>();
  readonly #around: Surroundings;
  readonly #siblingsCount: boolean;
  readonly #resolutions = new WeakMap<JsonObject, Map<string, Resolution>>();
  readonly #targetOfValue = new WeakMap<object, Target>();

  /** @param siblingsCount whether keys beside a schema's `$ref` mean something: from OpenAPI 3.1 on. */
  constructor(around: Surroundings, siblingsCount: boolean) {
    this.#around = around;
    this.#siblingsCount = siblingsCount;
  }

  /** Follows everything from the root on, loading documents as they are met. */
  async build(): Promise<void> {
    const { root } = this.#around;
    const queue: { kind: Kind; place: Place }[] = [
      { kind: "document", place: { document: root, tokens: [], value: root.value } },
    ];
    const isSettled = this.isSettled.bind(this);
    for (let unit = queue.pop(); unit !== undefined; unit = queue.pop()) {
      for (const reference of collectReferences(unit.kind, unit.place, isSettled, this.#siblingsCount)) {
        // The same place is met again when it lies inside of what became a component of its own.
        if (this.resolution(reference.holder, reference.kind, reference.ref) !== undefined) continue;
        const known = this.targets.size;
        const resolution = await this.#resolve(reference);
        this.#remember(reference, resolution);
        if (resolution.to === "target" && this.targets.size > known) queue.push(resolution.target);
      }
    }
  }

  /** What the reference `ref`, held by `holder` and standing for a `kind`, leads to; undefined where it is settled. */
  resolution(holder: JsonObject, kind: Kind, ref: string): Resolution | undefined {
    return this.#resolutions.get(holder)?.get(`${kind} ${ref}`);
  }

  /** The future component that references have made of the value of a typed place, if they have. */
  targetOf(value: Json, kind: Kind): Target | undefined {
    const target = typeof value === "object" && value !== null ? this.#targetOfValue.get(value) : undefined;
    return target?.kind === kind && target.section !== undefined ? target : undefined;
  }

  /** Whether `ref`, standing in `document` for a `kind`, is in normal form and leads to something. */
  isSettled(document: LoadedDocument, kind: Kind, ref: string): boolean {
    const section = sectionOf(kind);
    if (document !== this.#around.root || section === undefined) return false;
    const prefix = `#/components/${section}/`;
    if (!ref.startsWith(prefix)) return false;
    const name = ref.slice(prefix.length);
    return !/[/~%]/.test(name) && own(own(own(document.value, "components"), section), name) !== undefined;
  }

  /** The component of the spec that a settled reference leads to. */
  settled(ref: string): Json | undefined {
    return valueAt(this.#around.root.value, fromPointer(ref.slice(1)));
  }

  /**
   * What a bare name in a mapping means when no component of the spec has it: a schema that gets it in the bundle, first of
   * all one of the alternatives of the schema that has the mapping.
   */
  schemaNamed(name: string, holder: Json | undefined): Resolution {
    const alternatives = ["oneOf", "anyOf"].flatMap((keyword) => {
      const members = own(holder, keyword);
      return Array.isArray(members) ? members.filter(isReference) : [];
    });
    const resolutions = alternatives.map((member) => this.resolution(member, "schema", member.$ref));
    const meant = resolutions.find((each) => each?.to === "target" && deriveName(each.target.place) === name);
    if (meant !== undefined) return meant;
    const target = [...this.targets.values()].find((each) => each.section === "schemas" && each.name === name);
    return target === undefined ? nothing("missing-ref-target", "no schema has this name") : { to: "target", target };
  }

  #remember(reference: Reference, resolution: Resolution): void {
    const known = this.#resolutions.get(reference.holder) ?? new Map<string, Resolution>();
    this.#resolutions.set(reference.holder, known.set(`${reference.kind} ${reference.ref}`, resolution));
  }

  async #resolve(reference: Reference): Promise<Resolution> {
    const seen = new Set<Json>([reference.holder]);
    let current = reference;
    for (;;) {
      const found = await followReference(current, this.#around);
      if (found === undefined) return nothing("missing-ref-target", "nothing stands there");
      if ("missing" in found) return nothing("missing-ref-target", found.missing);
      if ("unsafe" in found) return this.#refuseUnsafe(current, found.unsafe);
      if (found.slip !== undefined) this.#noteSlip(current, found.slip);
      const { place } = found;
      if (!this.#leadsOn(reference, place)) return this.#arrive(reference, place);
      if (seen.has(place.value)) return nothing("circular-ref", "it leads back to itself and never to anything else");
      seen.add(place.value);
      const holder = place.value as JsonObject & { readonly $ref: string };
      current = {
        ...reference,
        ref: holder.$ref,
        holder,
        document: place.document,
        tokens: place.tokens,
        role: "plain",
      };
    }
  }

  /** Whether what stands at a place only refers on, and nothing speaks for stopping there. */
  #leadsOn({ kind, role }: Reference, place: Place): boolean {
    if (!isReference(place.value)) return false;
    const component = this.#componentName(place, kind);
    if (component !== undefined && !(role === "entry" && kind !== "schema")) return false;
    return kind !== "schema" || !this.#siblingsCount || Object.keys(place.value).length === 1;
  }

  #componentName({ document, tokens }: Pick<Place, "document" | "tokens">, kind: Kind): string | undefined {
    if (document !== this.#around.root || tokens.length !== 3 || tokens[0] !== "components") return undefined;
    return tokens[1] === sectionOf(kind) ? String(tokens[2]) : undefined;
  }

  #arrive(reference: Reference, place: Place): Resolution {
    const { kind } = reference;
    const fits =
      (typeof place.value === "object" && place.value !== null) ||
      (kind === "schema" && typeof place.value === "boolean");
    if (!fits) return nothing("missing-ref-target", `what stands there is no ${kind}`);
    const section = sectionOf(kind);
    const { tokens } = place;
    if (section !== undefined && tokens.length === 3 && tokens[0] === "components" && tokens[1] !== section) {
      return nothing("wrong-ref-target", `a ${kind} is needed, and it leads into components.${tokens[1]}`);
    }
    const component = this.#componentName(place, kind);
    if (section !== undefined && component !== undefined) {
      return { to: "component", ref: componentRef(section, component), place };
    }
    const target = this.#target(kind, place, section);
    if (section === undefined) target.standsInFor.push(toPointer(reference.tokens));
    if (reference.role === "entry") this.#adoptName(reference, target);
    return { to: "target", target };
  }

  #target(kind: Kind, place: Place, section: string | undefined): Target {
    const key = `${kind} ${place.document.id}#${toPointer(place.tokens)}`;
    const known = this.targets.get(key);
    if (known !== undefined) return known;
    const target: Target = { kind, place, section, standsInFor: [], name: undefined };
    this.targets.set(key, target);
    if (typeof place.value === "object" && place.value !== null) this.#targetOfValue.set(place.value, target);
    return target;
  }

  /** `components.schemas.Pet: {$ref: "pet.yaml"}` names what is in that file; of several names the first by alphabet. */
  #adoptName(reference: Reference, target: Target): void {
    const name = this.#componentName(reference, reference.kind);
    if (name !== undefined && (target.name === undefined || name < target.name)) target.name = name;
  }

  #refuseUnsafe({ ref, document, tokens, role }: Reference, why: string): Resolution {
    // The value of a mapping may be any name, `urn:dog` too; without its target only the entry is left out.
    if (role === "mapping") return nothing("unsafe-ref", why);
    this.findings.push({
      severity: "error",
      rule: "unsafe-ref",
      pointer: toPointer(tokens),
      ...fileOf(document),
      message: `The reference ${JSON.stringify(ref)} is not followed: ${why}.`,
      hint: "Put what it refers to into the spec's folder, or allow the folder or URL by name.",
    });
    return nothing("unsafe-ref", why);
  }

  #noteSlip({ ref, document, tokens }: Reference, slip: string): void {
    this.findings.push({
      severity: "warning",
      rule: "loose-ref",
      pointer: toPointer(tokens),
      ...fileOf(document),
      message: `The reference ${JSON.stringify(ref)} is not right as it stands (${slip}); what it must mean was used.`,
      hint: "Write the reference out in full.",
    });
  }
}

function nothing(rule: string, why: string): Resolution {
  return { to: "nothing", rule, why };
}
