// Whole days between ISO dates (YYYY-MM-DD) in the proleptic Gregorian calendar, by counting from 1 March of year 0 in
// eras of 400 years (Howard Hinnant, "chrono-compatible low-level date algorithms"). No clock and no zone takes part.

const ERA_DAYS = 146_097;

/** Days from `from` to `to`; negative when `to` is earlier, NaN when either is no date. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The ISO date `days` after `date`. */
export function addDays(date: string, days: number): string {
  const day = dayNumber(date) + days;
  const era = Math.floor(day / ERA_DAYS);
  const ofEra = day - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + 400 * era + (month <= 2 ? 1 : 0);
  return [
    String(year).padStart(4, "0"),
    pad(month),
    pad(ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1),
  ].join("-");
}

/** True for a day of the calendar, written YYYY-MM-DD. */
export const isDate = (text: string): boolean => {
  const day = dayNumber(text);
  return !Number.isNaN(day) && addDays(text, 0) === text;
};

/** Days since 1 March of year 0; NaN for what is not written as a date. */
function dayNumber(date: string): number {
  const [, y = "", m = "", d = ""] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const [month, day] = [Number(m), Number(d)];
  if (y === "" || month < 1 || month > 12) return Number.NaN;
  const year = Number(y) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * ERA_DAYS + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + ofYear;
}

const pad = (number: number): string => String(number).padStart(2, "0");
