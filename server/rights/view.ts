/** 截至 — a calendar date `YYYY-MM-DD` in Asia/Shanghai. */
export type LocalDate = string;

/** 角色 — county leader, office, department, town, village, inspector, the three administrators (系统管理员, 安全管理员, 审计管理员), and the screen of a meeting room. */
export const roles = [
  'leader',
  'office',
  'department',
  'town',
  'village',
  'inspector',
  'administrator',
  'security',
  'auditor',
  'screen',
] as const;
export type Role = (typeof roles)[number];

/** 三员 — administrators see no content of the county's business. */
export const isAdministrator = ({ role }: { role: Role }): boolean =>
  role === 'administrator' || role === 'security' || role === 'auditor';

/** What records are about; a department sees its own items only. */
export const subjects = ['venue', 'organisation', 'inspection'] as const;
export type Subject = (typeof subjects)[number];

/**
 * Who looks. `places` are the area ids whose records are in sight, or the whole county; `subjects` the kinds of record;
 * `sealed` the teams whose unannounced plans are among them: all, or those named (none: the empty list).
 * `root`, where the places follow the tree: the places the account was given, and the day `places` are those below them; another day has others.
 */
export interface Viewer {
  id: string;
  role: Role;
  places: 'county' | readonly string[];
  subjects: 'all' | readonly Subject[];
  sealed: 'all' | readonly string[];
  root?: { places: readonly string[]; on: LocalDate };
  /** Administrators nobody was named for yet: the office holds their rights until then. */
  standsFor?: readonly Role[];
}

/**
 * What a read sees: records valid at `seq`, in scope of `user`, judged on the day `on`. Every read takes one; the scope stands in its SQL.
 * `seq` numbers every change and stays inside the server; `shown` counts only those that are not sealed and is what an answer may tell;
 * `mark` names what is seen for cache keys, telling no more than the user may know.
 */
export interface View {
  user: Viewer;
  seq: number;
  on: LocalDate;
  shown: number;
  mark: string;
}

/** Whether tasks are shown to a role: inspectors and administrators see none (as the table of rights says of `see-tasks`). */
export const seesTasks = ({ role }: Pick<Viewer, 'role'>): boolean =>
  role !== 'inspector' && !isAdministrator({ role });

/** Whether persons show by name and telephone: the screen of a room, which nobody signs in to, shows leaders by name and others by function. */
export const seesPersons = ({ role }: Pick<Viewer, 'role'>): boolean => role !== 'screen';

/** What two users who see the same have in common: the key under which facts are kept. */
export function scopeKey(viewer: Viewer): string {
  const { places, subjects: about, sealed } = viewer;
  return JSON.stringify([...[places, about, sealed].map(inOrder), seesTasks(viewer), seesPersons(viewer)]);
}

/** Which come first says nothing of what is seen. */
const inOrder = (all: string | readonly string[]) => (typeof all === 'string' ? all : [...all].sort());

/** What two users who see the same have in common: their role decides which kinds of record they hear of. */
export function audienceKey(user: Viewer): string {
  return user.role + scopeKey(user);
}

/** Whether records of a place are in scope. */
export function isInScope({ places }: Viewer, areaId: string): boolean {
  return places === 'county' || places.includes(areaId);
}

/** Whether records of a kind are in scope. */
export function isAbout({ subjects: about }: Viewer, subject: Subject): boolean {
  return about === 'all' || about.includes(subject);
}
