// Buttons: with words, and with an icon whose name shows on hover and is read aloud.

import type { ButtonHTMLAttributes, ReactElement, ReactNode } from "react";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: "primary" | "normal" | "plain";
  readonly children: ReactNode;
}

export const Button = ({ kind = "normal", children, ...rest }: ButtonProps): ReactElement => (
  <button type="button" className="button" data-kind={kind} {...rest}>
    {children}
  </button>
);

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly label: string;
  readonly children: ReactNode;
}

export const IconButton = ({ label, children, ...rest }: IconButtonProps): ReactElement => (
  <button type="button" className="icon-button" aria-label={label} data-tip={label} {...rest}>
    {children}
  </button>
);
