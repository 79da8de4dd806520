import type { Store } from '../db/open.ts';
import { readSetting } from '../db/setting.ts';
import type { PasswordPolicy } from './answer.ts';
import { passwordProfiles } from './password-profile.ts';

/** Words a password may not be made of: the county's name. */
export async function wordsOfCounty(store: Store): Promise<string[]> {
  const name = await readSetting(store, 'county');
  return name ? [name] : [];
}

/** The profile of passwords in force. */
export async function passwordPolicy(store: Store): Promise<PasswordPolicy> {
  return (await readSetting(store, 'passwordProfile')) === 'asvs' ? passwordProfiles.asvs : passwordProfiles.classified;
}
