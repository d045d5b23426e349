/** How a task is to go that `tenant.startTask` starts. */
export interface StartTaskOptions {
  /** Its name. Default: made up. */
  readonly uniqueName?: string;
  /** Milliseconds that it is queued. Default: 2,000. */
  readonly wait?: number;
  /** Milliseconds that it runs; `Infinity`: it hangs. Default: 30,000. */
  readonly duration?: number;
  /** How it ends. Default: `SUCCESS`. */
  readonly completionStatus?: string;
}
