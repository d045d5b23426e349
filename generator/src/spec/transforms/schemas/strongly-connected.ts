/**
 * The circles of a graph: by node, the number of the strongly connected component it belongs to (Tarjan's algorithm, without
 * recursion). Nodes that refer to nothing are in none, and left out.
 *
 * @param graph by node, what it refers to: the keys of a map or the members of a set
 */
export function stronglyConnected(
  graph: ReadonlyMap<string, { keys(): IterableIterator<string>; readonly size: number }>,
): Map<string, number> {
  const edges = new Map([...graph].filter(([, targets]) => targets.size > 0));
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const component = new Map<string, number>();
  const stack: string[] = [];
  let components = 0;
  for (const root of edges.keys()) {
    if (index.has(root)) continue;
    const work: { node: string; next: string[] }[] = [];
    const enter = (node: string) => {
      index.set(node, index.size);
      low.set(node, index.get(node) as number);
      stack.push(node);
      work.push({ node, next: [...(edges.get(node)?.keys() ?? [])].filter((target) => edges.has(target)) });
    };
    enter(root);
    for (let frame = work.at(-1); frame !== undefined; frame = work.at(-1)) {
      const { node } = frame;
      const target = frame.next.pop();
      if (target !== undefined) {
        if (!index.has(target)) enter(target);
        else if (!component.has(target)) low.set(node, Math.min(low.get(node) as number, index.get(target) as number));
        continue;
      }
      work.pop();
      const parent = work.at(-1)?.node;
      if (parent !== undefined) low.set(parent, Math.min(low.get(parent) as number, low.get(node) as number));
      if (low.get(node) !== index.get(node)) continue;
      for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
        component.set(member, components);
        if (member === node) break;
      }
      components += 1;
    }
  }
  return component;
}
