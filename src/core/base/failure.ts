// A task that cannot go on fails with a code and figures; the host says it in the user's language.
// A programmer's misuse is not a Failure: it throws an Error whose sentence holds the numbers.

export const FAILURE_CODES = [
  "cancelled",
  "badInput",
  "sceneUnknown",
  "noNetwork",
  "noCenters",
  "storageFull",
  "storageOff",
  "storageStale",
  "storageNewer",
  "storageLost",
  "readOnly",
  "demoMissing",
  "internal",
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

export type FailureDetails = Readonly<Record<string, string | number>>;

export class Failure extends Error {
  readonly code: FailureCode;
  readonly details: FailureDetails;
  constructor(code: FailureCode, details: FailureDetails = {}) {
    super(code);
    this.name = "Failure";
    this.code = code;
    this.details = details;
  }
}
