/** The database does not answer, or a session ended in the middle: what was under way has not come back. */
export class DatabaseAway extends Error {}

/** The database answers but takes no writes: a standby. */
export class DatabaseStandby extends DatabaseAway {}

/** This server writes no more: another has taken the database. */
export class Fenced extends Error {}
