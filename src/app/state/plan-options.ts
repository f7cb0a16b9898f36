// The plan options (方案) of the open project. One is shown: its history is the state's own, the others wait beside it
// as they were left. A revision names a state of the plan in any of them, so numbers are never used twice.

import {
  type Baseline,
  EMPTY_PLAN,
  editsOf,
  type History,
  type OptionHistory,
  type OptionSet,
  openHistory,
  type PlanOption,
} from "../../core/model/index.ts";
import { adoptHistory } from "./adopt-history.ts";

/** Id of the option every project begins with: the present state (现状). */
const PRESENT = "present";

export const presentOption = (history: History, name: string): OptionSet => ({
  options: [{ id: PRESENT, name, history }],
  current: PRESENT,
});

interface Shown {
  readonly history: History;
  readonly options: readonly OptionHistory[];
  readonly currentOption: string;
}

/** Every option as it now is. */
export const optionSetOf = ({ history, options, currentOption: current }: Shown): OptionSet => ({
  options: options.map((option) => (option.id === current ? { ...option, history } : option)),
  current,
});

/** The state that shows the current one of these; its next edit gets a number that none of them has. */
export function showOptions({ options, current }: OptionSet): Shown {
  const shown = options.find(({ id }) => id === current);
  if (shown === undefined) throw new Error(`option ${current} is not among ${options.length}`);
  const nextRevision = Math.max(...options.map(({ history }) => history.nextRevision));
  return { options, currentOption: current, history: { ...shown.history, nextRevision } };
}

/** Options whose revisions were counted each for itself, counted one after the other. */
export function numberApart(options: readonly OptionHistory[], baseline: Baseline): readonly OptionHistory[] {
  let last = openHistory(EMPTY_PLAN);
  return options.map(({ id, name, history }) => {
    last = adoptHistory(history, baseline, last);
    return { id, name, history: last };
  });
}

/** As a project is saved: every option with the edits made. */
export const savedOptionsOf = (state: Shown): readonly PlanOption[] =>
  optionSetOf(state).options.map(({ id, name, history }) => ({ id, name, edits: editsOf(history) }));

export const findOption = ({ options }: Pick<Shown, "options">, id: string): OptionHistory | undefined =>
  options.find((option) => option.id === id);

/** The option every project begins with. */
export const isPresent = ({ options }: Pick<Shown, "options">, id: string): boolean => options[0]?.id === id;

/** What an option is called: the present state in the words of the reader's language. */
export const nameOf = ({ options }: Pick<Shown, "options">, id: string, present: string): string =>
  isPresent({ options }, id) ? present : (findOption({ options }, id)?.name ?? "");
