// How a worker learns, in the middle of a long synchronous run, that it is to stop: no message reaches it there. The
// page hands over the address of an empty blob of its own and revokes it; the worker asks for that address now and
// then, and takes a failure for the word to stop. Nothing leaves the browser.

export interface StopToken {
  readonly address: string;
  readonly revoke: () => void;
}

/** null where there are no blob addresses to ask for; messages alone have to do then. */
export function issueToken(): StopToken | null {
  if (typeof window === "undefined") return null;
  const address = URL.createObjectURL(new Blob());
  return { address, revoke: () => URL.revokeObjectURL(address) };
}

/** Milliseconds between two questions. */
const PATIENCE = 100;

/** True from the first question after the token was revoked. */
export function watchToken(address: string): () => boolean {
  let asked = performance.now();
  let revoked = false;
  return () => {
    if (revoked || performance.now() - asked < PATIENCE) return revoked;
    revoked = !isThere(address);
    asked = performance.now();
    return revoked;
  };
}

function isThere(address: string): boolean {
  try {
    const request = new XMLHttpRequest();
    request.open("GET", address, false);
    request.send();
    return request.status === 200;
  } catch {
    return false;
  }
}
