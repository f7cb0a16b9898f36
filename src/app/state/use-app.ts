// The application in the component tree, and a component's view of its state.

import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { App } from "./app.ts";
import type { AppState } from "./app-state.ts";

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (app === null) throw new Error("useApp needs an AppContext above it");
  return app;
}

/** `select` must give the same object for the same state. */
export const useAppState = <T>(select: (state: AppState) => T): T => useStore(useApp().store, select);
