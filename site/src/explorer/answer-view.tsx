import CodeBlock from "@theme/CodeBlock";
import type { ReactNode } from "react";
import styles from "./explorer.module.css";
import type { Answer } from "./send-call.ts";

const SAYING: Readonly<Record<Answer["outcome"], string>> = {
  data: "The function answered data",
  error: "The function answered an error",
  thrown: "The function threw",
};

interface AnswerViewProps {
  readonly answer: Answer | undefined;
  /** How many answers there have been. */
  readonly number: number;
}

/** Shows what came of a call. */
export function AnswerView({ answer, number }: AnswerViewProps): ReactNode {
  return (
    <section data-number={number} aria-live="polite" aria-label="Answer" className={styles.answer}>
      {answer === undefined ? (
        <p>Nothing has been sent yet.</p>
      ) : (
        <>
          <p>
            {answer.status !== undefined && (
              <strong className={answer.status < 400 ? styles.good : styles.bad}>{answer.status}</strong>
            )}{" "}
            {SAYING[answer.outcome]}, after {Math.round(answer.ms)} ms.
          </p>
          {answer.sent !== undefined && (
            <p className={styles.request}>
              <code>{answer.sent}</code>
            </p>
          )}
          {answer.headers.length > 0 && (
            <details>
              <summary>{answer.headers.length} headers</summary>
              <dl className={styles.headers}>
                {answer.headers.map(([name, value]) => (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </details>
          )}
          <CodeBlock language="json" title={answer.outcome}>
            {answer.body}
          </CodeBlock>
        </>
      )}
    </section>
  );
}
