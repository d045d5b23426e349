import Layout from "@theme/Layout";
import type { ReactNode } from "react";

export default function ExplorerPage(): ReactNode {
  return (
    <Layout title="Explorer">
      <main className="container">x</main>
    </Layout>
  );
}
