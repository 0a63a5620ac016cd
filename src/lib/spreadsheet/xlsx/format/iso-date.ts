const ISO = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;
const ISO_TIME = /^T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?Z?$/;

/** The serial number of a date as strict workbooks write it (`t="d"`); null for other text. */
export function isoSerial(text: string, date1904: boolean): number | null {
  const time = ISO_TIME.exec(text);
  if (time !== null) return dayShare(time[1], time[2], time[3]);
  const match = ISO.exec(text);
  if (match === null) return null;
  const [, year, month, day, hours, minutes, seconds] = match;
  const days = Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
  const serial = date1904 ? days - 1462 : days <= 60 ? days - 1 : days;
  return serial + dayShare(hours, minutes, seconds);
}

function dayShare(hours = '0', minutes = '0', seconds = '0'): number {
  return (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
}
