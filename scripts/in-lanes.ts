import { availableParallelism } from "node:os";

/** Works off lanes, as many at a time as the machine has cores, and at least two; what is in a lane, one after another. */
export async function inLanes<Item>(
  lanes: readonly (readonly Item[])[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...lanes];
  const worker = async () => {
    for (let lane = waiting.shift(); lane; lane = waiting.shift()) for (const item of lane) await work(item);
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, worker));
}
