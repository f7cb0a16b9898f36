// Names and figures of a place, one pair a line.

import type { ReactElement, ReactNode } from "react";

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
