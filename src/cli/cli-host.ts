// What the command line needs of the process it runs in, so that tests can run it in their own.

import type { PageFonts } from "../adapters/pages/page-fonts.ts";

export interface CliHost {
  /** Folder that relative paths start from. */
  readonly folder: string;
  readonly out: (text: string) => void;
  readonly error: (text: string) => void;
  /** Is standard error a terminal, so that progress can be shown and wiped? */
  readonly terminal: boolean;
  /** Reads the printed font; throws as reading a file does. Absent: that of the package that ships it. */
  readonly readFonts?: () => PageFonts;
  /** Calls back when the user asks to stop (Ctrl-C); the returned function ends that. Absent: stopping ends the process. */
  readonly onInterrupt?: (stop: () => void) => () => void;
}
