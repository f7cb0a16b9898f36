// Matters on the map: pinned to a point by the next click, after which the card opens again; opened by a click on a pin.

import type { App } from "../../state/app.ts";
import { changeView } from "../change-view.ts";
import { putMatters } from "./put-row.ts";

/** The map comes to the front, with the matters on it. */
export const startPinning = (app: App, matter: string): void =>
  changeView(app, { desk: null, matter, tool: "pinMatter", overlay: { kind: "matters" } });

/** Opens the card of a matter whose pin was clicked; a click that pins another opens nothing. */
export function openMatter(app: App, id: string): void {
  const { view, history } = app.store.getState();
  if (view.tool === "select" && history.plan.matters.some((matter) => matter.id === id)) {
    changeView(app, { desk: "matters", matter: id });
  }
}

/** Degrees. */
export function pinMatter(app: App, lon: number, lat: number): void {
  const { view, history } = app.store.getState();
  const matter = history.plan.matters.find(({ id }) => id === view.matter);
  if (matter !== undefined) putMatters(app, [{ ...matter, position: [rounded(lon), rounded(lat)] }]);
  changeView(app, { tool: "select", desk: "matters" });
}

/** Six decimals of a degree: a tenth of a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
