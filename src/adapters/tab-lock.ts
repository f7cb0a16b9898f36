// One writer for each project among the tabs of a browser. A lock (Web Locks) where the page has them, which
// needs https or localhost; on a plain intranet page tabs ask each other over a BroadcastChannel. A tab that
// takes over first asks the writer to finish; what an unresponsive one still tries to write is turned away by
// the stamps of the store, so two writers never mix.

export type TabRole = "writer" | "reader";

/** Why the role is what it is: first to open, another tab writes, took over, was taken over. */
export type RoleReason = "first" | "elsewhere" | "tookOver" | "takenOver";

export interface TabLockInput {
  readonly project: string;
  /** Names this tab; differs from tab to tab. */
  readonly tab: string;
  readonly onRole: (role: TabRole, reason: RoleReason) => void;
  /** The writer stored something: a reader may read again. */
  readonly onChanged: () => void;
  /** Finishes what is being written, before another tab takes over. */
  readonly beforeYield: () => Promise<void>;
}

export interface TabLock {
  readonly role: () => TabRole;
  /** Becomes the writer, at the latest after HANDOVER_MS; read the project again before editing. */
  readonly takeOver: () => Promise<void>;
  /** Tells the readers that something was stored. */
  readonly announce: () => void;
  readonly release: () => void;
}

/** How long a tab that answers nothing is waited for, milliseconds. */
const HANDOVER_MS = 2000;
/** How long other tabs have to say that they write, where there are no locks. */
const ANSWER_MS = 250;

type Message =
  | { readonly kind: "ask" | "yield"; readonly from: string }
  | { readonly kind: "writing"; readonly from: string; readonly to: string | null }
  | { readonly kind: "yielded"; readonly to: string }
  | { readonly kind: "changed" };

/** Resolves when the role is known; onRole has been told. */
export async function openTabLock(input: TabLockInput): Promise<TabLock> {
  const lock = new ProjectLock(input);
  await lock.begin();
  return lock;
}

class ProjectLock implements TabLock {
  readonly #input: TabLockInput;
  readonly #channel: BroadcastChannel;
  readonly #name: string;
  #role: TabRole = "reader";
  #letGo: (() => void) | null = null;
  readonly #waiting = new Map<"writing" | "yielded", () => void>();

  constructor(input: TabLockInput) {
    this.#input = input;
    this.#name = `quandian-project-${input.project}`;
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
  }

  readonly role = (): TabRole => this.#role;

  readonly announce = (): void => this.#say({ kind: "changed" });

  readonly release = (): void => {
    this.#letGo?.();
    this.#letGo = null;
    this.#role = "reader";
    this.#channel.close();
  };

  async begin(): Promise<void> {
    const free = await this.#acquire("ifFree");
    this.#become(free ? "writer" : "reader", free ? "first" : "elsewhere");
  }

  readonly takeOver = async (): Promise<void> => {
    if (this.#role === "writer") return;
    this.#say({ kind: "yield", from: this.#input.tab });
    await this.#answer("yielded", HANDOVER_MS);
    await this.#acquire("now");
    this.#become("writer", "tookOver");
  };

  /** True when this tab holds the lock now. */
  async #acquire(how: "ifFree" | "now"): Promise<boolean> {
    const locks = globalThis.navigator?.locks;
    if (locks === undefined) {
      if (how === "now") return true;
      this.#say({ kind: "ask", from: this.#input.tab });
      return !(await this.#answer("writing", ANSWER_MS));
    }
    return new Promise((resolve) => {
      const options = how === "now" ? { steal: true } : { ifAvailable: true };
      locks
        .request(this.#name, options, (lock) => {
          resolve(lock !== null);
          if (lock === null) return undefined;
          return new Promise<void>((letGo) => {
            this.#letGo = letGo;
          });
        })
        .catch(() => this.#lose());
    });
  }

  #hear(message: Message): void {
    const { tab, onChanged } = this.#input;
    const writes = this.#role === "writer";
    if (message.kind === "ask" && writes) this.#say({ kind: "writing", from: tab, to: message.from });
    else if (message.kind === "yield" && writes) void this.#yieldTo(message.from);
    else if (message.kind === "yielded" && message.to === tab) this.#waiting.get("yielded")?.();
    else if (message.kind === "changed" && !writes) onChanged();
    else if (message.kind === "writing") this.#hearWriter(message.from, message.to);
  }

  /** Two tabs that opened in the same moment without locks: the one whose name sorts first goes on writing. */
  #hearWriter(from: string, to: string | null): void {
    if (to === this.#input.tab) this.#waiting.get("writing")?.();
    else if (to === null && this.#role === "writer" && from < this.#input.tab) this.#lose();
  }

  async #yieldTo(tab: string): Promise<void> {
    try {
      await this.#input.beforeYield();
    } finally {
      this.#lose();
      this.#say({ kind: "yielded", to: tab });
    }
  }

  #lose(): void {
    this.#letGo?.();
    this.#letGo = null;
    if (this.#role === "writer") this.#become("reader", "takenOver");
  }

  #become(role: TabRole, reason: RoleReason): void {
    this.#role = role;
    if (reason === "first") this.#say({ kind: "writing", from: this.#input.tab, to: null });
    this.#input.onRole(role, reason);
  }

  /** True when the answer came within the time. */
  #answer(kind: "writing" | "yielded", milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (came: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(kind);
        resolve(came);
      };
      const timer = setTimeout(() => end(false), milliseconds);
      this.#waiting.set(kind, () => end(true));
    });
  }

  #say(message: Message): void {
    this.#channel.postMessage(message);
  }
}
