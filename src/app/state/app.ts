// What a command needs: the store, the engine, results computed before, the map's hand, and the few things
// of the browser that a test replaces.

import type { StoreApi } from "zustand/vanilla";
import type { ServiceAreas } from "../../core/access/index.ts";
import type { Analysis, Engine } from "../../core/engine/index.ts";
import type { MapHandle } from "../map/map-model.ts";
import type { AppState } from "./app-state.ts";
import type { ResultCache } from "./result-cache.ts";

export interface AppHost {
  /** Bytes of a file that lies next to the page. Rejects when it is not there. */
  readonly fetchFile: (path: string) => Promise<Uint8Array>;
  /** ISO date and time. */
  readonly now: () => string;
  readonly download: (name: string, content: string | Uint8Array, type: string) => void;
}

export interface App {
  readonly store: StoreApi<AppState>;
  readonly engine: Engine;
  /** One more engine in a worker of its own, for long searches; absent where there are no workers. */
  readonly startEngine?: () => Engine;
  readonly analyses: ResultCache<Analysis>;
  readonly areas: ResultCache<ServiceAreas>;
  readonly map: { current: MapHandle | null };
  readonly host: AppHost;
}
