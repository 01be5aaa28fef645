import type { TimeMention } from '../model/time-mention.ts';
import { calendarDay, dayNumber, isoDay, isoWeek, pad, type DayNumber } from './calendar.ts';
import type { Choice, ValueForm, YearForm } from './time-form.ts';
import { dateValue } from './read-date.ts';
import { dayOfValue, openValue, shiftDay, shiftValue } from './shift-value.ts';
import type { Direction } from './verb-direction.ts';

/** What an expression is read against. */
export interface TimeContext {
  /** The document's own day; `null` when nobody told it. */
  readonly today: DayNumber | null;
  /** Where the verb beside the expression points, for "on Friday" and "in May". */
  readonly direction: Direction;
  /** The last date that the text told before this expression, as its value; `null` when there is none. */
  readonly last: string | null;
  /** The day that the paragraph told last, open or not, for a time of day that stands alone. */
  readonly day: string | null;
  /** The part of a year that the text told last (`1998-Q3`), for "a year ago" among quarterly figures. */
  readonly period: string | null;
}

export interface ResolvedTime {
  readonly value: string | null;
  readonly anchor: TimeMention['anchor'];
}

/** Turns what an expression says into a TIMEX3 value; without a date to hold on to it keeps its open form. */
export function resolveTime(form: ValueForm, context: TimeContext): ResolvedTime {
  switch (form.is) {
    case 'fixed':
      return { value: form.value, anchor: fixedAnchor(form.value) };
    case 'year': {
      const year = resolveYear(form.year, context);
      return { value: year === null ? 'XXXX' : pad(year, 4), anchor: yearAnchor(form.year, context) };
    }
    case 'date':
      return resolveDate(form, context);
    case 'weekday':
      return resolveWeekday(form, context);
    case 'clock':
      if (context.day !== null) return { value: context.day + form.tail, anchor: 'text' };
      return context.today === null
        ? { value: `XXXX-XX-XX${form.tail}`, anchor: 'none' }
        : { value: isoDay(context.today) + form.tail, anchor: 'document-date' };
    case 'season': {
      const year =
        form.year === null ? nearYear(form.season, form.choice, context) : resolveYear(form.year, context);
      const anchor = form.year === null ? documentAnchor(context) : yearAnchor(form.year, context);
      return { value: `${year === null ? 'XXXX' : pad(year, 4)}-${form.season}`, anchor };
    }
    case 'part-of-year':
      return resolvePartOfYear(form, context);
    case 'holiday':
      return resolveHoliday(form, context);
    case 'year-before':
      return resolveYearBefore(context);
    case 'weekend':
      return resolveWeekend(form.choice, context);
    case 'shift':
      return resolveShift(form, context);
    case 'next-to':
      return resolveNextTo(form, context);
  }
}

function resolveNextTo(form: Extract<ValueForm, { is: 'next-to' }>, context: TimeContext): ResolvedTime {
  const { value, anchor } = resolveTime(form.day, context);
  const day = value === null ? null : dayOfValue(value);
  if (day === null) return { value: openValue(form.shift === 'week' ? 'W' : 'D'), anchor: 'none' };
  return { value: form.shift === 'week' ? isoWeek(day) : isoDay(day + form.shift), anchor };
}

function fixedAnchor(value: string | null): TimeMention['anchor'] {
  return value !== null && /^\d/.test(value) ? 'absolute' : 'none';
}

function documentAnchor(context: TimeContext): TimeMention['anchor'] {
  return context.today === null ? 'none' : 'document-date';
}

function yearAnchor(year: YearForm, context: TimeContext): TimeMention['anchor'] {
  return 'year' in year ? 'absolute' : documentAnchor(context);
}

function resolveYear(year: YearForm, context: TimeContext): number | null {
  if ('year' in year) return year.year;
  return context.today === null ? null : calendarDay(context.today).year + year.shift;
}

function resolveDate(form: Extract<ValueForm, { is: 'date' }>, context: TimeContext): ResolvedTime {
  const tail = form.tail ?? '';
  const told = form.year === null ? null : resolveYear(form.year, context);
  if (told !== null) {
    return {
      value: dateValue(told, form.month, form.day) + tail,
      anchor: form.year === null ? 'none' : yearAnchor(form.year, context),
    };
  }
  if (context.today === null) return { value: dateValue(null, form.month, form.day) + tail, anchor: 'none' };
  const year = chooseYear(form, context.today, context.direction);
  return { value: dateValue(year, form.month, form.day) + tail, anchor: 'document-date' };
}

/** The year of "May 3" or "in May": by the words ("last May"), else by the tense, a day near the document's own first. */
function chooseYear(
  form: Extract<ValueForm, { is: 'date' }>,
  today: DayNumber,
  direction: Direction,
): number {
  const now = calendarDay(today);
  if (form.choice === 'this') return now.year;
  if (form.day !== null) {
    // A day of the month without its year is near: the closest of three years, with the tense to tip the scale.
    let best = now.year;
    let bestDistance = Infinity;
    for (const year of [now.year - 1, now.year, now.year + 1]) {
      const weighed = weighDays(dayNumber(year, form.month, form.day) - today, direction);
      if (weighed < bestDistance) {
        best = year;
        bestDistance = weighed;
      }
    }
    return best;
  }
  if (form.choice === 'last') return form.month < now.month ? now.year : now.year - 1;
  if (form.choice === 'next') return form.month > now.month ? now.year : now.year + 1;
  let best = now.year;
  let bestDistance = Infinity;
  for (const year of [now.year - 1, now.year, now.year + 1]) {
    const distance = (year - now.year) * 12 + form.month - now.month;
    const weighed = weigh(distance, direction, WRONG_SIDE_MONTHS);
    if (weighed < bestDistance) {
      best = year;
      bestDistance = weighed;
    }
  }
  return best;
}

/** How far a day lies, with the tense to tip the scale. */
function weighDays(distance: number, direction: Direction): number {
  return weigh(distance, direction, WRONG_SIDE_DAYS);
}

function weigh(distance: number, direction: Direction, wrongSide: number): number {
  if (direction === 'long-past') return distance > 0 ? Infinity : -distance;
  const against = direction === 'past' ? distance > 0 : distance < 0;
  return Math.abs(distance) + (against ? wrongSide : 0);
}

/** How much nearer a date on the other side of the tense must be to win: announced deadlines stand beside past verbs. */
const WRONG_SIDE_DAYS = 90;
/** The same for a month without a day, in months; chosen on half of TimeBank and AQUAINT. */
const WRONG_SIDE_MONTHS = 7;

function isAhead(direction: Direction): boolean {
  return direction === 'future' || direction === 'perhaps-future';
}

/** "To mark the founding on Friday", written on a Saturday, is yesterday; no nearer day ahead is left out for that. */
const NEAR_BACK = 2;

function resolveWeekday(form: Extract<ValueForm, { is: 'weekday' }>, context: TimeContext): ResolvedTime {
  const tail = form.tail ?? '';
  if (context.today === null) return { value: `XXXX-WXX-${form.weekday}${tail}`, anchor: 'none' };
  let base = context.today;
  let anchor: TimeMention['anchor'] = 'document-date';
  if ((form.choice === 'following' || form.choice === 'preceding') && context.last !== null) {
    const day = dayOfValue(context.last);
    if (day !== null) {
      base = day;
      anchor = 'text';
    }
  }
  const now = calendarDay(base).weekday;
  let shift: number;
  switch (form.choice) {
    case 'last':
    case 'preceding':
      shift = -((now - form.weekday + 6) % 7) - 1;
      break;
    case 'next':
    case 'following':
      shift = ((form.weekday - now + 6) % 7) + 1;
      break;
    case 'this':
      shift = form.weekday - now;
      break;
    default: {
      const back = (now - form.weekday + 7) % 7;
      const ahead =
        context.direction === 'future' ||
        (context.direction === 'perhaps-future' && (back === 0 || back > NEAR_BACK));
      shift = ahead ? (form.weekday - now + 7) % 7 : -back;
    }
  }
  return { value: isoDay(base + shift) + tail, anchor };
}

function resolveWeekend(choice: Choice | undefined, context: TimeContext): ResolvedTime {
  if (context.today === null) return { value: 'XXXX-WXX-WE', anchor: 'none' };
  const now = calendarDay(context.today).weekday;
  let weeks = choice === 'next' ? 1 : choice === 'last' ? -1 : 0;
  if (choice === undefined && !isAhead(context.direction) && now < 6) weeks = -1;
  return { value: `${isoWeek(context.today + weeks * 7)}-WE`, anchor: 'document-date' };
}

function resolveHoliday(form: Extract<ValueForm, { is: 'holiday' }>, context: TimeContext): ResolvedTime {
  const told = form.year === null ? null : resolveYear(form.year, context);
  if (told !== null) return { value: isoDay(form.day(told)), anchor: 'absolute' };
  if (context.today === null) {
    // Christmas has its day in every year; Easter has not.
    const [one, other] = [isoDay(form.day(2001)), isoDay(form.day(2003))];
    return { value: one.slice(5) === other.slice(5) ? `XXXX${one.slice(4)}` : 'XXXX-XX-XX', anchor: 'none' };
  }
  const { year } = calendarDay(context.today);
  let best = form.day(year);
  for (const candidate of [form.day(year - 1), form.day(year + 1)]) {
    if (weighed(candidate) < weighed(best)) best = candidate;
  }
  return { value: isoDay(best), anchor: 'document-date' };

  function weighed(day: DayNumber): number {
    return weighDays(day - (context.today ?? 0), context.direction);
  }
}

/** "a year ago" among quarterly figures is the same quarter of the year before, else a year before the document's date. */
function resolveYearBefore(context: TimeContext): ResolvedTime {
  const period = context.period === null ? null : shiftValue(context.period, 'Y', -1);
  if (period !== null) return { value: period, anchor: 'text' };
  if (context.today === null) return { value: 'XXXX', anchor: 'none' };
  return { value: shiftDay(context.today, 'Y', -1), anchor: 'document-date' };
}

const SEASON_MONTHS: Readonly<Record<string, number>> = { SP: 4, SU: 7, FA: 10, WI: 1 };

/** The year of "this summer", "last fall", "in the spring". */
function nearYear(season: string, choice: Choice | undefined, context: TimeContext): number | null {
  if (context.today === null) return null;
  const { year, month } = calendarDay(context.today);
  const middle = SEASON_MONTHS[season] ?? 7;
  if (choice === 'this') return year;
  const past = choice === 'last' || (choice === undefined && !isAhead(context.direction));
  if (past) return middle + 1 < month || (choice === undefined && middle - 1 <= month) ? year : year - 1;
  return middle >= month ? year : year + 1;
}

function resolvePartOfYear(
  form: Extract<ValueForm, { is: 'part-of-year' }>,
  context: TimeContext,
): ResolvedTime {
  if (form.part === 'Q') return resolveBareQuarter(form, context);
  if (form.year !== null) {
    const year = resolveYear(form.year, context);
    return {
      value: `${year === null ? 'XXXX' : pad(year, 4)}-${form.part}`,
      anchor: yearAnchor(form.year, context),
    };
  }
  if (context.today === null) return { value: `XXXX-${form.part}`, anchor: 'none' };
  const { year, month } = calendarDay(context.today);
  const quarter = Number(form.part.slice(1));
  // Figures are told of the quarter whose end lies nearest; a quarter three months ahead is still this year's.
  let best = year;
  let bestDistance = Infinity;
  for (const candidate of [year - 1, year, year + 1]) {
    const ahead = (candidate - year) * 12 + quarter * 3 - month;
    const distance = Math.abs(ahead);
    if (form.fiscal === true && ahead > 3) continue;
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return { value: `${pad(best, 4)}-${form.part}`, anchor: 'document-date' };
}

/** "the quarter", "the latest quarter", "the 1988 quarter": the one that the text told last, if it told one. */
function resolveBareQuarter(
  form: Extract<ValueForm, { is: 'part-of-year' }>,
  context: TimeContext,
): ResolvedTime {
  const told = context.period;
  const year = form.year === null ? null : resolveYear(form.year, context);
  if (year !== null)
    return { value: `${pad(year, 4)}-${told === null ? 'QX' : told.slice(5)}`, anchor: 'text' };
  if (told !== null && form.choice === undefined) return { value: told, anchor: 'text' };
  if (context.today === null) return { value: 'XXXX-QX', anchor: 'none' };
  const now = calendarDay(context.today);
  const shift = form.choice === 'last' || form.choice === 'preceding' ? -1 : form.choice === 'next' ? 1 : 0;
  // Figures of "the quarter" are those of the last one that has ended.
  const ended = form.choice === undefined ? -1 : 0;
  const index = now.year * 4 + Math.floor((now.month - 1) / 3) + shift + ended;
  return { value: `${pad(Math.floor(index / 4), 4)}-Q${(index % 4) + 1}`, anchor: 'document-date' };
}

function resolveShift(form: Extract<ValueForm, { is: 'shift' }>, context: TimeContext): ResolvedTime {
  const tail = form.tail ?? '';
  if (form.from === 'text') {
    const shifted = context.last === null ? null : shiftValue(context.last, form.unit, form.amount);
    if (shifted !== null) return { value: shifted + tail, anchor: 'text' };
    return { value: openValue(form.unit) + tail, anchor: 'none' };
  }
  if (context.today === null) return { value: openValue(form.unit) + tail, anchor: 'none' };
  return { value: shiftDay(context.today, form.unit, form.amount) + tail, anchor: 'document-date' };
}
