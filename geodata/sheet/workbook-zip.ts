import { unzipSync } from 'fflate';

/** A workbook's parts are refused beyond these, before anything is unpacked. */
const workbookLimits = { entries: 5_000, unpackedMb: 200 };

/** What a workbook's zip directory declares: `binary` when it is an .xlsb. */
export type WorkbookZip =
  | { fault: 'workbook-unreadable' | 'workbook-xlsb' }
  | { fault: 'zip-too-many-entries'; values: { entries: number; limit: number } }
  | { fault: 'zip-too-large'; values: { megabytes: number; limit: number } }
  | null;

/** Looks at the directory of a workbook without unpacking it; null when nothing speaks against reading it. Never throws. */
export function checkWorkbookZip(bytes: Uint8Array): WorkbookZip {
  let entries = 0;
  let unpacked = 0;
  let binary = false;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        entries++;
        unpacked += originalSize;
        binary ||= name === 'xl/workbook.bin';
        return false;
      },
    });
  } catch {
    return { fault: 'workbook-unreadable' };
  }
  if (binary) return { fault: 'workbook-xlsb' };
  const megabytes = Math.ceil(unpacked / 2 ** 20);
  if (entries > workbookLimits.entries)
    return { fault: 'zip-too-many-entries', values: { entries, limit: workbookLimits.entries } };
  if (megabytes > workbookLimits.unpackedMb)
    return { fault: 'zip-too-large', values: { megabytes, limit: workbookLimits.unpackedMb } };
  return null;
}
