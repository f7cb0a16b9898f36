// What the command line needs of the process it runs in, so that tests can run it in their own.

export interface CliHost {
  /** Folder that relative paths start from. */
  readonly folder: string;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Is standard error a terminal, so that progress can be shown and wiped? */
  readonly terminal: boolean;
  /** Calls back when the user asks to stop (Ctrl-C); the returned function ends that. Absent: stopping ends the process. */
  readonly onInterrupt?: (stop: () => void) => () => void;
}
