/**
 * Orders TIMEX3 values: dated before open before unknown; a day before the month or year that holds it.
 *
 * Values of different grain are compared by where they begin (`1998-05` begins on its first day, a season with its
 * year, since nothing says on which half of the earth it is).
 */
export function compareValues(a: string | null, b: string | null): number {
  const left = sortKey(a);
  const right = sortKey(b);
  if (left < right) return -1;
  return left > right ? 1 : 0;
}

/** A string whose order is the order in time; what is not dated comes last, open forms before nothing at all. */
function sortKey(value: string | null): string {
  if (value === null) return '~~';
  // "Last month" lies before "last week" and "on Friday".
  if (value === 'XXXX-XX') return '~XXXX-V';
  if (!/^\d{4}/.test(value)) return /^\d{3}$/.test(value) ? `${value}0-01-01|${value}` : `~${value}`;
  const week = /^(\d{4})-W(\d{2})/.exec(value);
  if (week) {
    const day = new Date(Date.UTC(Number(week[1]), 0, 4));
    const monday = (day.getUTCDay() + 6) % 7;
    day.setUTCDate(4 - monday + (Number(week[2]) - 1) * 7);
    return `${day.toISOString().slice(0, 10)}|${value}`;
  }
  const quarter = /^(\d{4})-Q([1-4])/.exec(value);
  if (quarter)
    return `${quarter[1] ?? ''}-${String(Number(quarter[2]) * 3 - 2).padStart(2, '0')}-01|${value}`;
  const half = /^(\d{4})-H([12])/.exec(value);
  if (half) return `${half[1] ?? ''}-${half[2] === '1' ? '01' : '07'}-01|${value}`;
  const day = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(value);
  return `${day?.[1] ?? ''}-${day?.[2] ?? '01'}-${day?.[3] ?? '01'}|${value}`;
}
