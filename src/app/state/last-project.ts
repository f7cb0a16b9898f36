// Which project to open again: the one this tab had, else the one last worked on in any tab; and whether its page
// was closed in an orderly way. A few words in the browser's storage, read before anything else is loaded; where
// there is none, nothing is remembered.

const LAST = "quandian.project";
const OPEN = "quandian.open.";

export const lastProject = (): string | null =>
  attempt(() => sessionStorage.getItem(LAST)) ?? attempt(() => localStorage.getItem(LAST));

/** null: nothing is to be opened again. */
export function rememberProject(id: string | null): void {
  for (const storage of [() => sessionStorage, () => localStorage]) {
    attempt(() => (id === null ? storage().removeItem(LAST) : storage().setItem(LAST, id)));
  }
}

/** The page that worked on it never said goodbye: it was killed, or is still open. */
export const wasCutOff = (id: string): boolean => attempt(() => localStorage.getItem(OPEN + id)) !== null;

export const markOpen = (id: string): void => void attempt(() => localStorage.setItem(OPEN + id, "1"));

export const markClosed = (id: string): void => void attempt(() => localStorage.removeItem(OPEN + id));

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
