import Link from "@docusaurus/Link";
import CodeBlock from "@theme/CodeBlock";
import Heading from "@theme/Heading";
import Layout from "@theme/Layout";
import type { ReactNode } from "react";
import styles from "./index.module.css";

const PROGRAM = `import { BetaSdk, optionsFromEnv } from "@sailkit/beta-sdk";

const sdk = new BetaSdk(optionsFromEnv());

const failed = sdk.tasks.list({
  filters: { completionStatus: { in: ["ERROR", "TEMPERROR"] } },
  sorters: ["-created"],
});
for await (const task of failed) console.log(task.created, task.uniqueName);`;

const DOORS = [
  {
    to: "/guides/quick-start",
    title: "Start",
    text: "From nothing to the first tasks of a tenant in five minutes, without an account.",
  },
  {
    to: "/tools/sdk/typescript/beta/methods/task-management",
    title: "Look something up",
    text: "Every operation: parameters, answers, errors, scopes, filters, and programs that were run before they were shown.",
  },
  {
    to: "/explorer",
    title: "Try it here",
    text: "Send requests to a tenant that lives in this page, break them on purpose, and take the code along.",
  },
  {
    to: "/guides/coming-from-the-vendors-sdk",
    title: "Move",
    text: "What you write today beside what you write tomorrow.",
  },
];

/** The first page. */
export default function Home(): ReactNode {
  return (
    <Layout description="A TypeScript SDK for the beta API of SailPoint Identity Security Cloud.">
      <main className="container">
        <header className={styles.hero}>
          <Heading as="h1">The beta API, with types you can lean on</Heading>
          <p className={styles.lead}>
            A TypeScript SDK for the task management of SailPoint Identity Security Cloud: it pages without losing a
            row, renews its tokens, waits its turn, and says what went wrong.
          </p>
          <div className={styles.actions}>
            <Link className="button button--primary button--lg" to="/guides/quick-start">
              Quick start
            </Link>
            <Link className="button button--secondary button--lg" to="/explorer">
              Open the explorer
            </Link>
          </div>
        </header>
        <CodeBlock language="ts">{PROGRAM}</CodeBlock>
        <ul className={styles.doors}>
          {DOORS.map(({ to, title, text }) => (
            <li key={to} className={styles.door}>
              <Heading as="h2">
                <Link to={to}>{title}</Link>
              </Heading>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </main>
    </Layout>
  );
}
