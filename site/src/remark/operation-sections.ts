/** As much of a node of a page as is needed here. */
interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  data?: { id?: string; hProperties?: { id: string } };
  children?: Node[];
}

const CALL = /^(\w+)\(client\b/;

/**
 * Makes the sections of the generated method pages at home here: their headings are the names of the functions, which is what
 * people search for, under the anchors that they have anyway; and the line that says how a function is called gets a link to
 * the explorer. The pages themselves know nothing of this site: they are read on GitHub as well.
 */
export function operationSections(): (tree: Node) => void {
  return ({ children = [] }) => {
    let heading: Node | undefined;
    for (const node of children) {
      if (node.type === "heading" && node.depth === 2) heading = node;
      const name = calledFunction(node);
      if (heading === undefined || name === undefined) continue;
      nameHeading(heading, name);
      const link = { type: "link", url: `/explorer?operation=${name}`, children: [text("Try it in the explorer")] };
      node.children?.push(text(" · "), link);
      heading = undefined;
    }
  };
}

/** The function of a paragraph that is nothing but its call. */
function calledFunction({ type, children = [] }: Node): string | undefined {
  const [code, ...rest] = children;
  if (type !== "paragraph" || code?.type !== "inlineCode" || rest.length > 0) return undefined;
  return CALL.exec(code.value ?? "")?.[1];
}

function nameHeading(heading: Node, name: string): void {
  const id = heading.children?.map(({ value }) => value ?? "").join("") ?? "";
  heading.data = { id, hProperties: { id } };
  heading.children = [text(name)];
}

function text(value: string): Node {
  return { type: "text", value };
}
