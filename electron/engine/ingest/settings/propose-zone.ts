import { timeZone } from '../../../../shared/domain/time/time-zone.ts';
import type { LoadedFile } from '../stage/load-file.ts';
import { hasZone, sampledTimes } from '../stage/sampled-times.ts';

/** Populous zones, tried in this order for the offsets in the data. */
const CANDIDATES = [
  ...['Asia/Shanghai', 'Asia/Kolkata', 'Europe/Berlin', 'America/New_York', 'America/Sao_Paulo', 'Asia/Tokyo'],
  ...['Europe/Istanbul', 'Europe/London', 'Asia/Jakarta', 'America/Chicago', 'America/Los_Angeles', 'Asia/Dhaka'],
  ...['Asia/Karachi', 'Africa/Cairo', 'Asia/Dubai', 'America/Mexico_City', 'America/Bogota', 'Asia/Tehran'],
  ...['Australia/Sydney', 'America/Denver', 'Asia/Yangon', 'Asia/Kabul', 'Asia/Kathmandu', 'Asia/Tashkent'],
  ...['Australia/Adelaide', 'Pacific/Auckland', 'America/St_Johns', 'America/Phoenix', 'Pacific/Honolulu'],
];

/** The zone of this machine. */
const machineZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/**
 * Proposes a zone for a workspace from its first file of events: the zone of times without an offset; else a zone with
 * the offsets written in the file, preferably this machine's; else this machine's. Null if the file has no dates.
 */
export function proposeZone(loaded: LoadedFile, machine = machineZone()): string | null {
  const { staged, zone } = loaded;
  if (staged.timeKind === 'date') return machine;
  if (staged.timeKind !== 'clock') return null;
  const times = sampledTimes(loaded);
  if (times.some((time) => !hasZone(time))) return zone;
  return zoneOfOffsets(times.flatMap(writtenOffset), machine);
}

interface WrittenOffset {
  readonly time: number;
  /** Milliseconds ahead of UTC. */
  readonly offset: number;
}

function zoneOfOffsets(offsets: readonly WrittenOffset[], machine: string): string {
  if (offsets.every(({ offset }) => offset === 0)) return machine;
  const hasOffsets = (name: string) => {
    const zone = timeZone(name);
    return offsets.every(({ time, offset }) => zone.offset(time) === offset);
  };
  return [machine, ...CANDIDATES].find(hasOffsets) ?? machine;
}

/** Reads the offset at the end of a time in ISO 8601, such as +08:00; none for other formats. */
function writtenOffset(text: string): WrittenOffset[] {
  const [, sign, hours, minutes] = /\d([+-])(\d\d):?(\d\d)$/.exec(text) ?? [];
  const time = Date.parse(text.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (sign === undefined || Number.isNaN(time)) return [];
  return [{ time, offset: (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 }];
}
