// One page as it will be printed, with the others a step away.

import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactElement, useEffect, useState } from "react";
import { writeSvg } from "../../../adapters/pages/write-svg.ts";
import type { Page } from "../../../core/report/index.ts";
import { useMeetingText } from "../../i18n/use-meeting-text.ts";
import { IconButton } from "../../ui/button.tsx";
import { formatCount } from "../../ui/format.ts";

interface PagePreviewProps {
  readonly pages: readonly Page[];
  /** Another layout is on its way. */
  readonly waiting: boolean;
}

export function PagePreview({ pages, waiting }: PagePreviewProps): ReactElement {
  const { printing: words } = useMeetingText();
  const [wanted, setWanted] = useState(0);
  const at = Math.min(wanted, pages.length - 1);
  const page = pages[at];
  const picture = usePicture(page);
  return (
    <section className="preview" aria-label={words.preview} data-waiting={waiting || undefined}>
      <div className="preview-sheet">
        {page !== undefined && picture !== null && (
          <img src={picture} alt={page.title} style={{ aspectRatio: `${page.width} / ${page.height}` }} />
        )}
        {page === undefined && !waiting && <p className="quiet">{words.empty}</p>}
      </div>
      {page !== undefined && (
        <footer className="preview-foot">
          <IconButton label={words.previous} disabled={at <= 0} onClick={() => setWanted(at - 1)}>
            <ChevronLeft size={16} />
          </IconButton>
          <span>{words.page(formatCount(at + 1), formatCount(pages.length))}</span>
          <IconButton label={words.next} disabled={at >= pages.length - 1} onClick={() => setWanted(at + 1)}>
            <ChevronRight size={16} />
          </IconButton>
          <span className="quiet preview-title">{page.title}</span>
          {page.scale !== null && <span className="quiet">{words.trueScale(formatCount(page.scale))}</span>}
        </footer>
      )}
    </section>
  );
}

/** Address of the page's drawing, given back when another takes its place. */
function usePicture(page: Page | undefined): string | null {
  const [picture, setPicture] = useState<string | null>(null);
  useEffect(() => {
    if (page === undefined) return setPicture(null);
    const address = URL.createObjectURL(new Blob([writeSvg(page)], { type: "image/svg+xml" }));
    setPicture(address);
    return () => URL.revokeObjectURL(address);
  }, [page]);
  return picture;
}
