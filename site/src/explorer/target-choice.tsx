import type { ReactNode } from "react";
import styles from "./explorer.module.css";

interface TargetChoiceProps {
  /** Undefined: the tenant in the page. */
  readonly url: string | undefined;
  onChange(url: string | undefined): void;
}

const LOCAL = "http://127.0.0.1:4010";

/** Chooses between the tenant in the page and one that listens on this machine. */
export function TargetChoice({ url, onChange }: TargetChoiceProps): ReactNode {
  return (
    <fieldset className={styles.target}>
      <legend>Where requests go</legend>
      <label>
        <input type="radio" name="target" checked={url === undefined} onChange={() => onChange(undefined)} /> A tenant
        in this page
      </label>
      <label>
        <input type="radio" name="target" checked={url !== undefined} onChange={() => onChange(LOCAL)} /> A sandbox on
        this machine
      </label>
      {url !== undefined && (
        <label className={styles.field}>
          Its URL, as <code>pnpm sandbox --cors</code> prints it
          <input type="url" value={url} spellCheck={false} onChange={(event) => onChange(event.target.value)} />
        </label>
      )}
    </fieldset>
  );
}
