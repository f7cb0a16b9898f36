// The rule packs there are, by place: found by typing, with what holds today said, and the way to what packs ask for.

import { ClipboardList, Columns3, ListChecks, Search, ShieldCheck, SquareKanban } from "lucide-react";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { editionState } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { changeView } from "../../commands/change-view.ts";
import { choosePack } from "../../commands/packs/choose-pack.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import type { DeskPage } from "../../state/app-state.ts";
import { type PackEntry, packEntries } from "../../state/pack-entry.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { formatCount } from "../../ui/format.ts";
import "./desk.css";

const WAYS = [
  ["rules", ListChecks, "open"],
  ["compare", Columns3, "compare"],
  ["registers", ClipboardList, "registers"],
  ["matters", SquareKanban, "matters"],
  ["coverage", ShieldCheck, "coverage"],
] as const satisfies readonly (readonly [DeskPage, unknown, string])[];

export function PackCard(): ReactElement {
  const app = useApp();
  const { chooser: words } = useDeskText();
  const [wanted, setWanted] = useState("");
  const find = useRef<HTMLInputElement>(null);
  useEffect(() => find.current?.focus(), []);
  const packIndex = useAppState((state) => state.packIndex);
  const ownPacks = useAppState((state) => state.ownPacks);
  const day = app.host.now().slice(0, 10);
  const shown = packEntries({ packIndex, ownPacks }, day).filter((entry) => isNamed(entry, wanted));
  return (
    <div className="pack-card">
      <label className="pack-find">
        <Search size={14} aria-hidden="true" />
        <input
          ref={find}
          className="field"
          type="search"
          aria-label={words.find}
          placeholder={words.find}
          value={wanted}
          onChange={({ target }) => setWanted(target.value)}
        />
      </label>
      <ul className="pack-list" aria-label={words.title}>
        {shown.map((entry) => (
          <PackRow key={entry.id} entry={entry} day={day} />
        ))}
        {shown.length === 0 && <li className="quiet note">{words.none}</li>}
      </ul>
      <nav className="pack-ways">
        {WAYS.map(([page, Icon, name]) => (
          <button
            key={page}
            type="button"
            className="pack-way"
            onClick={({ currentTarget }) => {
              shut(currentTarget);
              changeView(app, { desk: page });
            }}
          >
            <Icon size={16} aria-hidden="true" />
            <span>{words[name]}</span>
          </button>
        ))}
      </nav>
    </div>
  );
}

function PackRow({ entry, day }: { readonly entry: PackEntry; readonly day: string }): ReactElement {
  const app = useApp();
  const text = useText();
  const { chooser: words } = useDeskText();
  const language = useLanguage();
  const chosen = useAppState(({ settings }) => settings.packId === entry.id);
  const { id, name, place, edition, validFrom, validTo, rules, basedOn } = entry;
  const state = editionState(entry, day);
  const holds = {
    valid: [],
    notYet: [words.from(validFrom)],
    expired: [words.until(validTo ?? "")],
  }[state];
  return (
    <li>
      <button
        type="button"
        className="pack-row"
        aria-current={chosen || undefined}
        onClick={({ currentTarget }) => {
          shut(currentTarget);
          void choosePack(app, id);
        }}
      >
        <span>
          {inLanguage(name, language)}
          {state !== "valid" && <em>{text.pack.states[state]}</em>}
          {basedOn !== undefined && <em>{words.own}</em>}
        </span>
        <small className="quiet">
          {[
            inLanguage(place, language),
            text.pack.edition(edition),
            ...holds,
            words.rules(formatCount(rules)),
          ].join(" · ")}
        </small>
      </button>
    </li>
  );
}

const shut = (element: HTMLElement): void => element.closest<HTMLElement>("[popover]")?.hidePopover();

const isNamed = ({ id, name, place, edition }: PackEntry, wanted: string): boolean =>
  [id, name.zh, name.en, place.zh, place.en, edition]
    .join(" ")
    .toLowerCase()
    .includes(wanted.trim().toLowerCase());
