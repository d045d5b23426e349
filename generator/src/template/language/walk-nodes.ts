import type { SectionNode, TemplateNode } from "./template-node.ts";

/** Visits every node of a template, outer ones first, each with the sections it stands in, outermost first. */
export function* walkNodes(
  nodes: readonly TemplateNode[],
  sections: readonly SectionNode[] = [],
): Generator<{ readonly node: TemplateNode; readonly sections: readonly SectionNode[] }> {
  for (const node of nodes) {
    yield { node, sections };
    if (node.kind === "section" || node.kind === "inverted") yield* walkNodes(node.inner, [...sections, node]);
  }
}
