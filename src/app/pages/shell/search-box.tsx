// Finds a place by its name: arrows choose, Enter goes there, Escape leaves. The slash key leads here.

import { Search } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactElement,
  useDeferredValue,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { selectPlace } from "../../commands/select-place.ts";
import { useText } from "../../i18n/use-text.ts";
import { baselineOf, centersOf } from "../../state/plan-selectors.ts";
import { type FoundPlace, searchPlaces } from "../../state/search-places.ts";
import { useApp, useAppState } from "../../state/use-app.ts";

/** The keyboard handler focuses it by this id. */
export const SEARCH_ID = "search";
const SHOWN = 12;

export function SearchBox(): ReactElement {
  const app = useApp();
  const text = useText();
  const list = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = useFound(typed);

  const go = (place: FoundPlace | undefined): void => {
    if (place === undefined) return;
    selectPlace(app, place.selection, { fly: true });
    setOpen(false);
    setTyped("");
    field.current?.blur();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    } else if (event.key === "Enter") {
      go(found[at]);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      setTyped("");
      event.currentTarget.blur();
    }
  };
  const shown = open && typed.trim() !== "";
  return (
    <div className="search">
      <Search size={14} aria-hidden="true" />
      <input
        ref={field}
        id={SEARCH_ID}
        className="field"
        role="combobox"
        autoComplete="off"
        aria-label={text.search.label}
        aria-expanded={shown}
        aria-controls={list}
        aria-activedescendant={shown && found.length > 0 ? `${list}-${at}` : undefined}
        aria-keyshortcuts="/"
        placeholder={text.search.placeholder}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shown && (
        <div className="popup options found" id={list} role="listbox" aria-label={text.search.label}>
          {found.length === 0 && <p className="quiet">{text.search.none}</p>}
          {found.map((place, index) => (
            <div
              key={`${place.selection.kind} ${place.detail} ${place.name}`}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              data-highlighted={index === at || undefined}
              className="found-place"
              onPointerDown={(event) => {
                event.preventDefault();
                go(place);
              }}
            >
              <span>{place.name}</span>
              <small>{text.search.kinds[place.selection.kind]}</small>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function useFound(typed: string): readonly FoundPlace[] {
  const baseline = useAppState(baselineOf);
  const centers = useAppState(centersOf);
  const wanted = useDeferredValue(typed);
  return useMemo(
    () => (baseline === null ? [] : searchPlaces(baseline, centers, wanted, SHOWN)),
    [baseline, centers, wanted],
  );
}
