// What registers and matters show on the map: which of the two, in the words of the language.

import type { RulePack } from "../../core/standards/index.ts";
import type { Language } from "../../messages/language.ts";
import type { OverlayScene } from "../map/overlay/overlay-scene.ts";
import type { MapOverlay } from "./app-state.ts";
import { mattersScene } from "./matters-scene.ts";
import type { OverlayWords, Shown } from "./overlay-words.ts";
import { registerScene } from "./register-scene.ts";

/** null where the pack in force declares no such register or attribute. `today` is an ISO date. */
export function overlayOf(
  overlay: MapOverlay,
  state: Shown,
  pack: RulePack,
  language: Language,
  words: OverlayWords,
  today: string,
): OverlayScene | null {
  if (overlay.kind === "matters") return mattersScene(state, pack.matters ?? [], words, today);
  const register = pack.registers?.find(({ id }) => id === overlay.register);
  const attribute = register?.attributes.find(({ id }) => id === overlay.attribute) ?? null;
  if (register === undefined || (attribute === null && overlay.attribute !== null)) return null;
  return registerScene(state, register, attribute, language, words);
}
