import { createTenant, type Tenant } from "@sailkit/sandbox";
import { serve } from "@sailkit/sandbox/node";
import { cases } from "../suite/cases.ts";

/** Tenants that listen, one for each case, in their order. */
export interface OpenTenants {
  readonly origins: readonly string[];
  readonly tenants: readonly Tenant[];
  close(): Promise<void>;
}

/** Starts a tenant for each case. @param page whether pages of other origins are let in */
export async function openTenants(page: boolean): Promise<OpenTenants> {
  const tenants = cases.map((one) => createTenant({ tasks: 120, rateLimit: false, cors: page, ...one.tenant?.(page) }));
  const servers = await Promise.all(tenants.map((tenant) => serve(tenant)));
  return {
    tenants,
    origins: servers.map(({ url }) => url),
    close: async () => void (await Promise.all(servers.map((server) => server.close()))),
  };
}
