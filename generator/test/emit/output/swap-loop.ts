import { swapOutput } from "../../../src/emit/output/swap-output.ts";
import { owned, treeA, treeB } from "./swap-trees.ts";

// Swaps between two trees until killed. Started as a process of its own by the kill test.
const root = process.argv[2] ?? "";
process.stdout.write("ready\n");
for (;;) {
  for (const tree of [treeA, treeB]) await swapOutput(root, tree, { owned, force: true });
}
