const DAYS = 'Sun|Mon|Tue|Wed|Thu|Fri|Sat';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Up to 999,999 seconds: more digits would overflow a timer and say nothing a person can use. */
const SECONDS = /^[0-9]{1,6}$/;

/** RFC 9110, IMF-fixdate: 'Sun, 06 Nov 1994 08:49:37 GMT'. The two older forms are obsolete. */
const IMF_FIXDATE = new RegExp(
  `^(?:${DAYS}), ([0-3][0-9]) (${MONTHS.join('|')}) ([0-9]{4}) ([0-2][0-9]):([0-5][0-9]):([0-5][0-9]|60) GMT$`,
);

function readDate(text: string): number | null {
  const parts = IMF_FIXDATE.exec(text);
  if (!parts) return null;
  const [, day = '', month = '', year, hour, minute, second] = parts;
  const instant = Date.UTC(
    Number(year),
    MONTHS.indexOf(month),
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  // 31 February would roll over into March, and hour 27 into the next day: such a date is no date.
  const isReal = new Date(instant).getUTCDate() === Number(day) && Number(hour) < 24;
  return isReal ? instant : null;
}

/**
 * The moment (epoch ms) before which the server asks not to be called again.
 * null for anything that is not plainly one: `Number('0x10')`, '1, 2' of two merged headers, a
 * negative or past time must end in an ordinary back-off, never in a retry at once.
 */
export function readRetryAfter(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (SECONDS.test(text)) return now + Number(text) * 1_000;
  const instant = readDate(text);
  return instant !== null && instant > now ? instant : null;
}
