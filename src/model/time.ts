/**
 * Wall-clock time: what the clock on the wall showed, which is what an itemisation states. It is
 * held as "wall ms", `Date.UTC(y, m - 1, d, h, mi, s, ms)` of the figures on that clock, and is
 * never an instant: a text without an offset is not shifted by anyone's time zone.
 */

export interface WallTime {
  /** Wall ms. */
  readonly wall: number;
  /** What the text stated; nothing finer may be shown. */
  readonly precision: TimePrecision;
  /** Epoch ms, if the text had an offset. */
  readonly instant: number | null;
}

export const TIME_PRECISIONS = ['day', 'minute', 'second'] as const;
export type TimePrecision = (typeof TIME_PRECISIONS)[number];

/** Where the operator is, whose clock the itemisation shows. */
export const DEFAULT_TIME_ZONE = 'Europe/Stockholm';

export const MINUTE_MS = 60_000;
/** Every zone is a whole number of these from UTC, and changes at one. */
export const QUARTER_MS = 15 * MINUTE_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
const END_WALL = Date.UTC(2101, 0, 1);
/** Offsets are stated up to this, and no zone is as far from UTC. */
const MAX_SHIFT = 15 * 60 * MINUTE_MS;

/** All but what must not roll over: days of the months, and hours. Offsets are below 15 hours. */
const LAYOUT =
  /^\d{4}-(?:0[1-9]|1[0-2])-\d\d(?:[T ]\d\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?)?$/;

/**
 * Reads '2026-05-06', '2026-05-06T21:14', '…:00' and '….123' (1–9 decimals, cut to ms), with a
 * blank in place of T if need be, and 'Z' or ±hh:mm after a time of day. With an offset the wall
 * time is that of the zone (UTC if the zone is unknown); without one it is the text's own.
 *
 * The layout is fixed and read by position: three to five times faster than Date.parse, and
 * 30 February is refused instead of becoming 2 March.
 *
 * @param timeZone IANA name.
 * @returns null for years before 1970 or after 2100, impossible dates, and any other layout.
 */
export function parseTime(text: string, timeZone: string): WallTime | null {
  const match = LAYOUT.exec(text);
  if (!match) return null;
  const precision = text.length === 10 ? 'day' : text[16] === ':' ? 'second' : 'minute';
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  let wall = Date.UTC(year, twoDigits(text, 5) - 1, twoDigits(text, 8));
  if (precision !== 'day') wall += minutesAt(text, 11);
  if (new Date(wall).getUTCDate() !== twoDigits(text, 8)) return null;
  if (precision === 'second') wall += twoDigits(text, 17) * 1000;
  if (text[19] === '.') wall += Math.round(parseFloat(text.slice(19, 23)) * 1000);

  const zone = match[1];
  let instant: number | null = null;
  if (zone) {
    instant = zone === 'Z' ? wall : wall - Number(`${zone[0]}1`) * minutesAt(zone, 1);
    wall = wallOf(instant, timeZone);
  }
  return isInRange(wall) ? { wall, precision, instant } : null;
}

/** 'hh:mm' at a place, in ms. */
function minutesAt(text: string, at: number): number {
  return (twoDigits(text, at) * 60 + twoDigits(text, at + 3)) * MINUTE_MS;
}

/** The number that two digits at a place make. */
function twoDigits(text: string, at: number): number {
  // Less the code of '0', once as ten and once as one.
  return text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;
}

function isInRange(wall: number): boolean {
  return wall >= 0 && wall < END_WALL;
}

/** Whether a value is such a time: for what a host hands over without a type checker. */
export function isWallTime(value: unknown): value is WallTime {
  const { wall, precision, instant } = Object(value) as WallTime;
  return (
    Number.isInteger(wall) &&
    isInRange(wall) &&
    TIME_PRECISIONS.includes(precision) &&
    (instant === null || Math.abs(wall - instant) < MAX_SHIFT)
  );
}

/** How much later than stated a time may be, in ms: a date stands for any moment of it. */
export const SPANS = { day: DAY_MS - 1, minute: MINUTE_MS - 1, second: 0 } as const;

/** By instant where both have one: on a night in October 02:10 may well follow 02:50. */
export function isBefore(end: WallTime, start: WallTime): boolean {
  return end.instant !== null && start.instant !== null
    ? end.instant < start.instant
    : end.wall + SPANS[end.precision] < start.wall;
}

/** Of the last zone that was asked for: a page has one. */
let clock: { name: string; format: Intl.DateTimeFormat | null } | undefined;
/** Its offsets by quarter of an hour, at which every zone changes: Intl is slow. */
const offsets = new Map<number, number>();

/** The zone's clock; null if the platform does not know the IANA name. */
function zoneFormat(timeZone: string): Intl.DateTimeFormat | null {
  if (timeZone !== clock?.name) {
    offsets.clear();
    clock = { name: timeZone, format: null };
    try {
      clock.format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
    } catch {
      // It stays unknown.
    }
  }
  return clock.format;
}

/** Wall ms of an instant: what a clock in the zone shows. */
export function wallOf(instant: number, timeZone: string): number {
  return instant + zoneOffset(instant, timeZone);
}

/** Local minus UTC, ms, at an instant. */
function zoneOffset(instant: number, name: string): number {
  const format = zoneFormat(name);
  const quarter = Math.floor(instant / QUARTER_MS);
  let offset = offsets.get(quarter);
  if (offset === undefined) {
    // '5/6/2026, GMT+02:00', and 'GMT' alone for UTC.
    const [, shift] = format?.format(quarter * QUARTER_MS).split('GMT') ?? [];
    offset = -Date.parse(`1970-01-01T00:00${shift || 'Z'}`);
    offsets.set(quarter, offset);
  }
  return offset;
}

/** Whether the platform knows the IANA name. To ask it takes longer than all else of a mount. */
export function isTimeZone(name: string): boolean {
  return name === DEFAULT_TIME_ZONE || zoneFormat(name) !== null;
}

/** 'yyyy-mm-dd' of a wall ms. */
export function dayOf(wall: number): string {
  return new Date(wall).toISOString().slice(0, 10);
}

/** 0 to 23 of a wall ms. */
export function hourOf(wall: number): number {
  return Math.floor(wall / HOUR_MS) % 24;
}

/** Days from 1970-01-01 to the day of a wall ms; NaN stays NaN. */
export function dayNumber(wall: number): number {
  return Math.floor(wall / DAY_MS);
}

/** 'yyyy-mm-dd' of a {@link dayNumber}. */
export function dayOfNumber(day: number): string {
  return dayOf(day * DAY_MS);
}

/** The {@link dayNumber} of a 'yyyy-mm-dd'; null if it is none. */
export function parseDay(text: string): number | null {
  const time = text.length === 10 ? parseTime(text, 'UTC') : null;
  return time && dayNumber(time.wall);
}
