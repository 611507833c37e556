/** An `xsd:dateTime`, as GPX and TCX write times. */

export interface XmlTime {
  /** Unix time in seconds. A time without a zone is taken as UTC, as both formats have it. */
  unixS: number;
  /** Of the zone it is written in; `null` for `Z` and for none. */
  offsetS: number | null;
}

const DATE_TIME =
  /^(\d{4})-(\d\d?)-(\d\d?)[T ](\d\d?):(\d\d):(\d\d(?:[.,]\d+)?)\s*(?:Z|([+-])(\d\d):?(\d\d)?)?$/i;

/** `null` for anything else, and for a moment no calendar has. */
export function xmlTime(value: string): XmlTime | null {
  const match = DATE_TIME.exec(value);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, sign, offsetHours, offsetMinutes] = match;
  if (+(month as string) > 12 || +(day as string) > 31 || +(hour as string) > 24) return null;
  const midnightMs = Date.UTC(+(year as string), +(month as string) - 1, +(day as string));
  const clockS = +(hour as string) * 3600 + +(minute as string) * 60;
  const seconds = Number((second as string).replace(',', '.'));
  const aheadS = +(offsetHours ?? 0) * 3600 + +(offsetMinutes ?? 0) * 60;
  const offsetS = sign === undefined ? null : sign === '-' ? -aheadS : aheadS;
  return { unixS: midnightMs / 1000 + clockS + seconds - (offsetS ?? 0), offsetS };
}
