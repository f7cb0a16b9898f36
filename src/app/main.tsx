// Starts the application in the page: worker, store, remembered settings; then the rule packs and the
// last project, or the demo district.

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createStore } from "zustand/vanilla";
import type { Engine } from "../core/engine/index.ts";
import { createWorkerEngine } from "../worker/index.ts";
import { AppShell } from "./app-shell.tsx";
import { followResults } from "./commands/follow-results.ts";
import { keepWork } from "./commands/keep-work.ts";
import { loadPacks } from "./commands/packs/load-packs.ts";
import type { App, AppHost } from "./state/app.ts";
import { type AppState, firstState } from "./state/app-state.ts";
import { createResultCache } from "./state/result-cache.ts";
import { readSettings, SETTINGS_KEY } from "./state/settings.ts";
import { AppContext } from "./state/use-app.ts";
import "./ui/theme.css";
import "./ui/controls.css";
import "./ui/shell.css";
import "./ui/panels.css";

/** Results kept for undo, redo and going back to an earlier speed. */
const KEPT_RESULTS = 24;

const startEngine = (): Engine =>
  createWorkerEngine(new Worker(new URL("../worker/entry.ts", import.meta.url), { type: "module" }));

function start(): void {
  const app: App = {
    store: createStore<AppState>()(() => firstState(readSettings(remembered()))),
    engine: startEngine(),
    startEngine,
    analyses: createResultCache(KEPT_RESULTS),
    areas: createResultCache(KEPT_RESULTS),
    map: { current: null },
    host: browserHost,
  };
  rememberSettings(app);
  followResults(app);
  loadPacks(app);
  keepWork(app);
  const root = document.getElementById("root");
  if (root === null) throw new Error("the page has no element #root");
  createRoot(root).render(
    <StrictMode>
      <AppContext value={app}>
        <AppShell />
      </AppContext>
    </StrictMode>,
  );
}

const browserHost: AppHost = {
  fetchFile: async (path) => {
    const response = await fetch(path);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  },
  now: () => new Date().toISOString(),
  download: (name, content, type) => {
    const link = document.createElement("a");
    const blob =
      typeof content === "string"
        ? new Blob([content], { type: `${type};charset=utf-8` })
        : new Blob([content as Uint8Array<ArrayBuffer>], { type });
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  },
};

/** Storage may be turned off; then nothing is remembered. */
function remembered(): string | null {
  try {
    return localStorage.getItem(SETTINGS_KEY);
  } catch {
    return null;
  }
}

function rememberSettings({ store }: App): void {
  store.subscribe(({ settings }, before) => {
    if (settings === before.settings) return;
    try {
      localStorage.setItem(SETTINGS_KEY, JSON.stringify(settings));
    } catch {
      return;
    }
  });
}

start();
