// Without zod: its probe for eval is refused, and reported, by the page's content security policy.

/** Each role may all that the one before may. */
export const ACCOUNT_ROLES = ['uploader', 'reviewer', 'approver', 'administrator'] as const;
type Role = (typeof ACCOUNT_ROLES)[number];

/** How the history, a claim and a second review name a person: to be read, and of one person only. */
export const whoIs = ({ id, name }: { id: string; name: string }): string => `${name} (${id})`;

/** Whether `role` may what `needed` may. */
export const mayAs = (role: Role, needed: Role): boolean =>
  ACCOUNT_ROLES.indexOf(role) >= ACCOUNT_ROLES.indexOf(needed);
