// Numbers as the screen writes them: thousands separators; roundings that never make a result look better
// than it is (a share below the whole is rounded down, minutes up).

const whole = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat("en-US", { maximumFractionDigits: 1 });
const twoDecimals = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

export const formatCount = (value: number): string => whole.format(value);

/** null stays null: unknown. */
export const formatKnown = (value: number | null): string | null =>
  value === null ? null : whole.format(value);

/** 0..1 as a percentage with one decimal, rounded down: only the whole is 100. */
export function formatShare(share: number | null): string | null {
  if (share === null || Number.isNaN(share)) return null;
  return (Math.floor(share * 1000 + 1e-9) / 10).toFixed(share >= 1 ? 0 : 1);
}

/** Minutes with one decimal, rounded up: 15:01 is not 15.0. */
export function formatMinutes(minutes: number | null): string | null {
  if (minutes === null || Number.isNaN(minutes)) return null;
  return (Math.ceil(minutes * 10 - 1e-6) / 10).toFixed(1);
}

export const formatArea = (squareMetres: number | null): string | null =>
  squareMetres === null ? null : oneDecimal.format(squareMetres);

export const formatSpeed = (metresPerSecond: number): string =>
  metresPerSecond % 0.1 < 1e-9 || metresPerSecond % 0.1 > 0.1 - 1e-9
    ? metresPerSecond.toFixed(1)
    : twoDecimals.format(metresPerSecond);

export const formatPlain = (value: number): string => oneDecimal.format(value);
