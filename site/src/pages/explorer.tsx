import BrowserOnly from "@docusaurus/BrowserOnly";
import { useLocation } from "@docusaurus/router";
import Heading from "@theme/Heading";
import Layout from "@theme/Layout";
import type { ReactNode } from "react";
import { Explorer } from "../explorer/explorer.tsx";

/** The page that sends requests. */
export default function ExplorerPage(): ReactNode {
  const start = new URLSearchParams(useLocation().search).get("operation");
  return (
    <Layout title="Explorer" description="Send requests to a tenant that lives in the page.">
      <main className="container margin-vert--lg">
        <Heading as="h1">API explorer</Heading>
        <p>
          A whole tenant runs in this page: 500 tasks, tokens, filters, the rate limit, and things that go wrong on
          demand. The calls are those of <code>@sailkit/beta-client</code>. Nothing you send leaves the browser.
        </p>
        <BrowserOnly fallback={<p>The tenant starts as soon as the page has its scripts.</p>}>
          {() => <Explorer key={start} start={start} />}
        </BrowserOnly>
      </main>
    </Layout>
  );
}
