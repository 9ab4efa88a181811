import type { Generated } from 'kysely';
import type { AccountRole } from '../model/index.ts';

/** What of migration 0004 is written here; the rest is better-auth's own business. */
export interface AccountTables {
  accounts: {
    id: string;
    name: string;
    email: string;
    role: AccountRole;
    disabled: Generated<boolean>;
    passwordDue: Generated<boolean>;
  };
  sessions: { id: string; userId: string };
  credentials: { id: string; accountId: string; providerId: string; userId: string; password: string | null };
  secrets: { name: string; value: string };
}
