// Times as people say them: the hour when it is today, else the day with it.

export function formatMoment(iso: string, now: Date = new Date()): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}`;
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return time.toDateString() === now.toDateString() ? clock : `${day} ${clock}`;
}

const two = (value: number): string => String(value).padStart(2, "0");
