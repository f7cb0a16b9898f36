// What goes wrong with a browser's database, as the failures that have a sentence. The names are those of the
// Indexed Database specification; some browsers wrap the quota error in an AbortError of the transaction.

import { Failure, type FailureCode } from "../core/base/index.ts";

const CODES: Readonly<Record<string, FailureCode>> = {
  QuotaExceededError: "storageFull",
  VersionError: "storageNewer",
  InvalidStateError: "storageOff",
  SecurityError: "storageOff",
  UnknownError: "storageOff",
  NotAllowedError: "storageOff",
};

/** Runs work on the database; whatever it throws comes out as a Failure. */
export async function guardStorage<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storageFailure(error);
  }
}

export function storageFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const names = namesOf(error);
  const code = names.map((name) => CODES[name]).find((known) => known !== undefined);
  return new Failure(code ?? "storageOff", { reason: names.join(", ") });
}

function namesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  return error.cause === undefined ? [error.name] : [error.name, ...namesOf(error.cause)];
}
