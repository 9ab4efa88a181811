import { type Kysely, sql } from 'kysely';

/**
 * Accounts, their sessions and credentials, in the columns that better-auth 1.7 asks for (its `getAuthTables`),
 * camel case and all: its plugins (second factor, keys, single sign-on) then find their own columns as they expect
 * them. The tables have names of ours, since `user` is a reserved word. A test asks better-auth whether anything
 * is missing.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    CREATE TABLE accounts (
      id text COLLATE "C" PRIMARY KEY,
      name text NOT NULL,
      email text NOT NULL UNIQUE CHECK (email = lower(email)),
      "emailVerified" boolean NOT NULL DEFAULT false,
      image text,
      role text NOT NULL CHECK (role IN ('uploader', 'reviewer', 'approver', 'administrator')),
      disabled boolean NOT NULL DEFAULT false,
      "passwordDue" boolean NOT NULL DEFAULT false,
      "createdAt" timestamptz NOT NULL DEFAULT now(),
      "updatedAt" timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`
    CREATE TABLE sessions (
      id text COLLATE "C" PRIMARY KEY,
      token text NOT NULL UNIQUE,
      "userId" text COLLATE "C" NOT NULL REFERENCES accounts ON DELETE CASCADE,
      "expiresAt" timestamptz NOT NULL,
      "ipAddress" text,
      "userAgent" text,
      "createdAt" timestamptz NOT NULL DEFAULT now(),
      "updatedAt" timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX "sessions_userId_idx" ON sessions ("userId")`.execute(db);
  await sql`
    CREATE TABLE credentials (
      id text COLLATE "C" PRIMARY KEY,
      "accountId" text NOT NULL,
      "providerId" text NOT NULL,
      "userId" text COLLATE "C" NOT NULL REFERENCES accounts ON DELETE CASCADE,
      "accessToken" text,
      "refreshToken" text,
      "idToken" text,
      "accessTokenExpiresAt" timestamptz,
      "refreshTokenExpiresAt" timestamptz,
      scope text,
      password text,
      "createdAt" timestamptz NOT NULL DEFAULT now(),
      "updatedAt" timestamptz NOT NULL DEFAULT now(),
      UNIQUE ("providerId", "accountId")
    )`.execute(db);
  await sql`CREATE INDEX "credentials_userId_idx" ON credentials ("userId")`.execute(db);
  await sql`
    CREATE TABLE verifications (
      id text COLLATE "C" PRIMARY KEY,
      identifier text NOT NULL,
      value text NOT NULL,
      "expiresAt" timestamptz NOT NULL,
      "createdAt" timestamptz NOT NULL DEFAULT now(),
      "updatedAt" timestamptz NOT NULL DEFAULT now()
    )`.execute(db);
  await sql`CREATE INDEX verifications_identifier_idx ON verifications (identifier)`.execute(db);
  // How often which address has tried what: shared, so that a second process gives no second chance.
  await sql`
    CREATE TABLE attempts (
      id text COLLATE "C" PRIMARY KEY,
      key text NOT NULL UNIQUE,
      count int NOT NULL,
      "lastRequest" bigint NOT NULL
    )`.execute(db);
  await sql`CREATE TABLE secrets (name text PRIMARY KEY, value text NOT NULL)`.execute(db);
};
