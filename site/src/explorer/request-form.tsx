import type { FormEvent, ReactNode } from "react";
import styles from "./explorer.module.css";
import { explorerFaults } from "./explorer-fault.ts";
import type { ExplorerField, ExplorerOperation } from "./explorer-operation.ts";
import { explorerOperations } from "./explorer-operation.ts";
import type { Caller } from "./explorer-target.ts";
import type { FormValues } from "./form-values.ts";

/** Everything that a person decides before sending. */
export interface RequestChoice {
  readonly operation: ExplorerOperation;
  readonly values: FormValues;
  readonly caller: Caller;
  readonly fault: string;
}

interface RequestFormProps {
  readonly choice: RequestChoice;
  readonly canBreak: boolean;
  readonly isBusy: boolean;
  onChange(change: Partial<RequestChoice>): void;
  onSend(): void;
}

/** Says what to send. */
export function RequestForm({ choice, canBreak, isBusy, onChange, onSend }: RequestFormProps): ReactNode {
  const { operation, values } = choice;
  const setField = (name: string, value: string) =>
    onChange({ values: { ...values, fields: { ...values.fields, [name]: value } } });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend();
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label="Request">
      <label className={styles.field}>
        Operation
        <select
          value={operation.name}
          onChange={(event) => {
            const chosen = explorerOperations.find(({ name }) => name === event.target.value);
            if (chosen) onChange({ operation: chosen });
          }}
        >
          {explorerOperations.map(({ name, summary }) => (
            <option key={name} value={name}>
              {`${name}: ${summary}`}
            </option>
          ))}
        </select>
      </label>
      <p className={styles.request}>
        <code>{operation.request}</code>
      </p>
      {operation.fields.map((field) => (
        <FieldInput
          key={field.name}
          field={field}
          value={values.fields[field.name] ?? ""}
          onChange={(value) => setField(field.name, value)}
        />
      ))}
      {operation.body !== undefined && (
        <label className={styles.field}>
          Body
          <textarea
            rows={6}
            spellCheck={false}
            value={values.body}
            onChange={(event) => onChange({ values: { ...values, body: event.target.value } })}
          />
        </label>
      )}
      <label className={styles.field}>
        Who calls
        <select value={choice.caller} onChange={(event) => onChange({ caller: event.target.value as Caller })}>
          <option value="user">A user, with a personal access token</option>
          <option value="application">An application, which may only read</option>
        </select>
      </label>
      {canBreak && (
        <label className={styles.field}>
          What goes wrong
          <select value={choice.fault} onChange={(event) => onChange({ fault: event.target.value })}>
            {Object.entries(explorerFaults).map(([key, { label }]) => (
              <option key={key} value={key}>
                {label}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit" className="button button--primary" disabled={isBusy}>
        Send
      </button>
    </form>
  );
}

interface FieldInputProps {
  readonly field: ExplorerField;
  readonly value: string;
  onChange(value: string): void;
}

function FieldInput({ field, value, onChange }: FieldInputProps): ReactNode {
  const label = `${field.name} (${field.place}${field.required ? ", required" : ""})`;
  if (field.kind === "boolean") {
    return (
      <label className={styles.field}>
        {label}
        <select value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">left out</option>
          <option value="true">true</option>
          <option value="false">false</option>
        </select>
      </label>
    );
  }
  return (
    <label className={styles.field}>
      {label}
      <input
        type={field.kind === "number" ? "number" : "text"}
        required={field.required}
        spellCheck={false}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
