import { z } from 'zod';
import type { Bilingual } from './failure.ts';
import { Account, AccountRole } from './review.ts';

/** Roles as people call them. */
export const ROLE_NAMES: Record<AccountRole, Bilingual> = {
  uploader: { vi: 'người tải lên', en: 'uploader' },
  reviewer: { vi: 'người rà soát', en: 'reviewer' },
  approver: { vi: 'người duyệt', en: 'approver' },
  administrator: { vi: 'quản trị viên', en: 'administrator' },
};

const Name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}*$/u);
const Email = z.string().trim().toLowerCase().max(254).pipe(z.email());
/** Any characters. Length is what keeps a password from being guessed (NIST SP 800-63B-4, 3.1.1.2). */
const Password = z.string().min(12).max(128);

/** Without `password` a one-time password is made. Only who makes the very first account chooses one: their own. */
export const NewAccount = z
  .object({ name: Name, email: Email, role: AccountRole, password: Password.optional() })
  .strict()
  .meta({ id: 'NewAccount' });
export type NewAccount = z.infer<typeof NewAccount>;

export const AccountPatch = z
  .object({ name: Name.optional(), role: AccountRole.optional(), disabled: z.boolean().optional() })
  .strict()
  .meta({ id: 'AccountPatch' });
export type AccountPatch = z.infer<typeof AccountPatch>;

/** An account with its one-time password, which is shown this once; null where the person chose their own. */
export const IssuedAccount = z
  .object({ account: Account, password: z.string().nullable() })
  .meta({ id: 'IssuedAccount' });
export type IssuedAccount = z.infer<typeof IssuedAccount>;

/** `remember`: the session outlives the browser's. */
export const Credentials = z
  .object({
    email: z.string().trim().min(1).max(254),
    password: z.string().min(1).max(200),
    remember: z.boolean().default(false),
  })
  .strict()
  .meta({ id: 'Credentials' });
export type Credentials = z.infer<typeof Credentials>;

export const PasswordChange = z
  .object({ current: z.string().min(1).max(200), next: Password })
  .strict()
  .refine(({ current, next }) => next !== current, { path: ['next'], error: 'next = current' })
  .meta({ id: 'PasswordChange' });
export type PasswordChange = z.infer<typeof PasswordChange>;

/** Somebody a report can be handed over to. */
export const Person = Account.pick({ id: true, name: true, role: true }).meta({ id: 'Person' });
export type Person = z.infer<typeof Person>;
