/** As much of a node of a page as is needed here. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  children?: Node[];
}

const CALL = /^(\w+)\(client\b/;

/**
 * Puts a link to the explorer behind the line that says how an operation is called, on the generated pages of methods. The
 * pages themselves know nothing of this site: they are read on GitHub as well.
 */
export function tryIt(): (tree: Node) => void {
  return (tree) => {
    for (const paragraph of tree.children ?? []) {
      const [code, ...rest] = paragraph.children ?? [];
      if (paragraph.type !== "paragraph" || code?.type !== "inlineCode" || rest.length > 0) continue;
      const name = CALL.exec(code.value ?? "")?.[1];
      if (name === undefined) continue;
      const link = { type: "link", url: `/explorer?operation=${name}`, children: [text("Try it in the explorer")] };
      paragraph.children = [code, text(" · "), link];
    }
  };
}

function text(value: string): Node {
  return { type: "text", value };
}
