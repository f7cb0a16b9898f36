// The three lists: needs, resources, projects, each item at its place with owner, date and state; matched to each other.

import { Plus } from "lucide-react";
import { type ReactElement, useState } from "react";
import { LIST_MATTERS, type ListMatter, type Matter } from "../../../core/model/index.ts";
import { daysOverdue, listKindsOf } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { chooseMatter } from "../../commands/meeting/choose-matter.ts";
import { addMatter } from "../../commands/meeting/edit-matters.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { IconButton } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { MatterForm } from "./matter-form.tsx";
import { useMatterPlaces } from "./use-matter-places.ts";

export function ListSection(): ReactElement {
  const app = useApp();
  const text = useMeetingText();
  const matters = useAppState(({ history }) => history.plan.matters);
  const chosen = useAppState(({ meeting }) => meeting?.chosen ?? null);
  const [shown, setShown] = useState<ListMatter>("need");
  const [followed, setFollowed] = useState(chosen);
  if (followed !== chosen) {
    setFollowed(chosen);
    const kind = LIST_MATTERS.find((list) => list === matters.find(({ id }) => id === chosen)?.kind);
    if (kind !== undefined) setShown(kind);
  }
  const own = matters.filter(({ kind }) => kind === shown);
  return (
    <section className="stack" aria-label={text.sections.lists}>
      <h2>
        {text.sections.lists}
        <span className="grow" />
        <IconButton label={text.addItem[shown]} onClick={() => addMatter(app, shown, text.newItem[shown])}>
          <Plus size={14} />
        </IconButton>
      </h2>
      <Segmented<ListMatter>
        label={text.sections.lists}
        value={shown}
        options={LIST_MATTERS.map((value) => ({ value, label: listLabel(value, matters, text.kinds) }))}
        onChange={(kind) => {
          chooseMatter(app, null);
          setShown(kind);
        }}
      />
      {own.length === 0 && <p className="quiet note">{text.noItems[shown]}</p>}
      <ol className="matters">
        {own.map((matter) => (
          <li key={matter.id} data-chosen={matter.id === chosen || undefined}>
            <MatterRow matter={matter} chosen={matter.id === chosen} />
            {matter.id === chosen && <MatterForm matter={matter} />}
          </li>
        ))}
      </ol>
      <p className="quiet note">{text.noPersons}</p>
    </section>
  );
}

function listLabel(
  kind: ListMatter,
  matters: readonly Matter[],
  words: Readonly<Record<ListMatter, string>>,
): string {
  const count = matters.filter((matter) => matter.kind === kind).length;
  return count === 0 ? words[kind] : `${words[kind]} ${formatCount(count)}`;
}

function MatterRow({ matter, chosen }: { readonly matter: Matter; readonly chosen: boolean }): ReactElement {
  const app = useApp();
  const text = useMeetingText();
  const language = useLanguage();
  const pack = useAppState(packOf);
  const places = useMatterPlaces();
  const kinds = listKindsOf(pack);
  const state = kinds.find(({ id }) => id === matter.kind)?.states.find(({ id }) => id === matter.state);
  const late = daysOverdue(matter, kinds, app.host.now().slice(0, 10));
  const place =
    matter.placeId === null ? text.item.noPlace : (places.get(matter.placeId)?.name ?? text.item.placeGone);
  return (
    <button
      type="button"
      className="matter-row"
      aria-expanded={chosen}
      onClick={() => chooseMatter(app, chosen ? null : matter.id, { fly: true })}
    >
      <span className="matter-name">{matter.name}</span>
      <span className="matter-state">
        {state === undefined ? matter.state : inLanguage(state.name, language)}
      </span>
      <small className="quiet">
        {[place, matter.texts["owner"] ?? "", matter.due ?? ""].filter((part) => part !== "").join(" · ")}
      </small>
      {late > 0 && <small className="refusal">{text.item.overdue(formatCount(late))}</small>}
    </button>
  );
}
