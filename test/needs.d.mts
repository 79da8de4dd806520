/** The types of `needs.mjs`, which runs before any TypeScript can be read. */
interface Need {
  name: string;
  for: string;
  files: RegExp;
  present(): boolean;
}
export const needs: Need[];
export function leftOut(absent: Pick<Need, 'files'>[], folder: string): string[];
export function announcement(npm: boolean, absent: Pick<Need, 'name' | 'for'>[]): string;
