// Names and figures of a place, one pair a line. A figure explains itself when it is pressed.

import type { ReactElement, ReactNode } from "react";
import { ExplainedFigure } from "../../ui/explained-figure.tsx";
import { Explanation, type FigureName } from "./explanation.tsx";

export const Facts = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <dl className="facts">{children}</dl>
);

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
}

export const Fact = ({ name, children }: FactProps): ReactElement => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

interface ExplainedFactProps extends FactProps {
  readonly figure: FigureName;
  /** Id of the place. */
  readonly place: string;
}

export const ExplainedFact = ({ name, figure, place, children }: ExplainedFactProps): ReactElement => (
  <Fact name={name}>
    <ExplainedFigure label={name} card={<Explanation figure={figure} place={place} />}>
      {children}
    </ExplainedFigure>
  </Fact>
);
