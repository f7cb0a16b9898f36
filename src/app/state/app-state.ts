// Everything the screen shows, as one read-only record. Commands replace it, pages read it; results are not
// in the history but beside it, each with the key of what it was computed for.

import type { AreaView, ServiceAreas, WalkingPath, WalkSettings } from "../../core/access/index.ts";
import type { Flag, Verdict } from "../../core/assess/index.ts";
import type { FailureCode, FailureDetails, Stage } from "../../core/base/index.ts";
import type { Analysis, SceneSummary } from "../../core/engine/index.ts";
import type { ImportResult, InputFile, Json } from "../../core/formats/index.ts";
import type { HouseholdRange } from "../../core/gridding/index.ts";
import type { History, OptionHistory, ServiceCenter } from "../../core/model/index.ts";
import { EMPTY_PLAN, openHistory } from "../../core/model/index.ts";
import type { RulePack } from "../../core/standards/index.ts";
import type { Language } from "../../messages/language.ts";
import type { MapSelection, PlacePreview } from "../map/map-model.ts";
import type { GridWork } from "./grid-work.ts";
import { type Keeping, NOT_KEPT } from "./keeping.ts";
import type { MeetingWork } from "./meeting-work.ts";
import type { PackEntry } from "./pack-entry.ts";
import { NO_PACK_STEPS, type PackSteps } from "./pack-step.ts";
import { presentOption, showOptions } from "./plan-options.ts";
import type { SiteWork } from "./site-work.ts";
import type { Talk } from "./talk.ts";

/** The steps of the work, in order; keys 1 to 6. */
export const STEPS = ["data", "circles", "assess", "grids", "siting", "meeting"] as const;
export type Step = (typeof STEPS)[number];

export const DESK_PAGES = ["rules", "compare", "registers", "matters", "coverage"] as const;
export type DeskPage = (typeof DESK_PAGES)[number];

/** An attribute of a register in colours (null: how many rows), or matters as pins. */
export type MapOverlay =
  | { readonly kind: "register"; readonly register: string; readonly attribute: string | null }
  | { readonly kind: "matters" };

/** What is remembered between visits. */
export interface Settings {
  readonly language: Language;
  readonly walk: WalkSettings;
  readonly packId: string;
  readonly areaView: AreaView;
  readonly straightCircles: boolean;
  /** Households of a grid, and of a micro-grid. */
  readonly gridRange: HouseholdRange;
  readonly microRange: HouseholdRange;
  /** Signs every edit in the change record; "" = nobody does. */
  readonly author: string;
  /** Widths of the side panels and height of the drawer, CSS pixels; null = as the window suggests. */
  readonly leftWidth: number | null;
  readonly rightWidth: number | null;
  readonly drawerHeight: number | null;
}

export interface Project {
  /**
   * The demo district gives way to the first files opened; one's own files are added to. A project file comes
   * without the files it was made from: its data cannot be mapped anew.
   */
  readonly origin: "demo" | "files" | "saved";
  readonly files: readonly InputFile[];
  readonly imported: ImportResult;
  /** Names of the files read last, said once; not stored. */
  readonly read?: readonly string[];
}

/** A result and what it was computed for. */
export interface Keyed<T> {
  readonly key: string;
  readonly value: T;
}

/** A centre on its way: the list as it stands under the pointer, and the newest figures for it. */
export interface Drag {
  readonly id: string;
  readonly centers: readonly ServiceCenter[];
  readonly analysis: Analysis | null;
  /** Areas of the moving centre alone. */
  readonly areas: ServiceAreas | null;
  /** False once let go, while the whole result is still being computed. */
  readonly held: boolean;
}

export interface FindingFilter {
  readonly verdict: Verdict | null;
  readonly flag: Flag | null;
  /** Id of the one rule shown; all when absent. */
  readonly rule?: string;
}

export interface ViewState {
  readonly step: Step;
  readonly selection: MapSelection;
  /** Index of the finding chosen in the table; -1 = none. */
  readonly finding: number;
  readonly filter: FindingFilter;
  readonly drawerOpen: boolean;
  readonly helpOpen: boolean;
  /** The options side by side. */
  readonly comparing: boolean;
  /** Id of the option held against the one shown, left and right of a line on the map; null = none. */
  readonly swipe: string | null;
  /** The page of rules, registers and matters that lies over the map; null = none. */
  readonly desk: DeskPage | null;
  /** What the map shows of registers and matters beside the step's own theme; null = nothing. */
  readonly overlay: MapOverlay | null;
  /** Id of the matter that is open on its page, or that the next click pins; null = none. */
  readonly matter: string | null;
  readonly tool: "select" | "addCenter" | "pinMatter";
  readonly hovered: number | null;
  /** A layer's datum being weighed on the map. */
  readonly preview: (PlacePreview & { readonly file: string; readonly other: string }) | null;
}

/** A long task under way. */
export interface Work {
  readonly stage: Stage;
  /** 0..1 of the stage; null = not known. */
  readonly done: number | null;
  readonly cancel: () => void;
}

export interface Trouble {
  readonly code: FailureCode;
  readonly details: FailureDetails;
}

export interface AppState {
  /** Rule packs beside the page that were read, and the list of all of them. */
  readonly packs: readonly RulePack[];
  readonly packIndex: readonly PackEntry[];
  /** Rule packs copied in this project, and stored ones that this edition cannot read. */
  readonly ownPacks: readonly RulePack[];
  readonly unreadPacks: readonly Json[];
  /** Changes of the copies that can be taken back or made again. */
  readonly packSteps: PackSteps;
  readonly project: Project | null;
  readonly scene: SceneSummary | null;
  /** Of the option that is shown. */
  readonly history: History;
  /** Every option; what is shown goes on in `history`. */
  readonly options: readonly OptionHistory[];
  readonly currentOption: string;
  readonly settings: Settings;
  readonly analysis: Keyed<Analysis> | null;
  readonly areas: Keyed<ServiceAreas> | null;
  readonly drag: Drag | null;
  /** Walk of the hovered or selected residence. */
  readonly path: { readonly residence: number; readonly walk: WalkingPath | null } | null;
  readonly view: ViewState;
  readonly work: Work | null;
  readonly trouble: Trouble | null;
  readonly keeping: Keeping;
  /** null until the grid step has been shown for this scene. */
  readonly grids: GridWork | null;
  /** null until the siting step has been shown for this scene. */
  readonly sites: SiteWork | null;
  /** null until the meeting step has been shown. */
  readonly meeting: MeetingWork | null;
  /** null while nobody presents. */
  readonly talk: Talk | null;
}

const NO_FILTER: FindingFilter = { verdict: null, flag: null };

export const FIRST_VIEW: ViewState = {
  step: "circles",
  selection: null,
  finding: -1,
  filter: NO_FILTER,
  drawerOpen: false,
  helpOpen: false,
  comparing: false,
  swipe: null,
  desk: null,
  overlay: null,
  matter: null,
  tool: "select",
  hovered: null,
  preview: null,
};

export const firstState = (settings: Settings): AppState => ({
  packs: [],
  packIndex: [],
  ownPacks: [],
  unreadPacks: [],
  packSteps: NO_PACK_STEPS,
  project: null,
  scene: null,
  ...showOptions(presentOption(openHistory(EMPTY_PLAN), "")),
  settings,
  analysis: null,
  areas: null,
  drag: null,
  path: null,
  view: FIRST_VIEW,
  work: null,
  trouble: null,
  keeping: NOT_KEPT,
  grids: null,
  sites: null,
  meeting: null,
  talk: null,
});
