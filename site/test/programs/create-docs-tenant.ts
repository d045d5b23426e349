import { createTenant, type Tenant, type TenantOptions } from "@sailkit/sandbox";
import { knownIds } from "./known-ids.ts";

/**
 * A tenant in which the tasks that documentation names are running, and end when they are looked at for the second time: so
 * that a program that waits for one of them ends as well.
 * @param more ids of further tasks
 */
export function createDocsTenant(options: TenantOptions = {}, more: readonly string[] = []): Tenant {
  const tenant = createTenant({ tasks: 300, ...options });
  for (const id of new Set([...knownIds, ...more])) {
    const started = tenant.startTask({ wait: 0, duration: Number.POSITIVE_INFINITY });
    tenant.tasks.delete(started.id);
    tenant.tasks.insert({ ...started, id });
    tenant.faults.add({
      on: { operation: "getTaskStatus", path: new RegExp(`/${id}$`), nth: 2 },
      run({ tasks, clock }) {
        const completed = new Date(clock.now()).toISOString();
        tasks.replace({ ...started, id, completed, completionStatus: "SUCCESS", percentComplete: 100 });
      },
    });
  }
  return tenant;
}
