import { z } from 'zod';
import { FigurePatch, NewFigure, ReviewState, Verdict } from './api.ts';
import { Figure } from './figure.ts';
import { ACCOUNT_ROLES } from './person.ts';

export { mayAs, whoIs } from './person.ts';

/** Why a figure is worth a look before others. */
export const DoubtCode = z.enum([
  'low_confidence',
  'failed_check',
  'repaired_text',
  'outlier',
  'extractor_disagrees',
  'no_longer_found',
  'value_not_a_number',
  'period_reversed',
  'unknown_code',
  'unknown_whole',
]);
export type DoubtCode = z.infer<typeof DoubtCode>;

/** A doubt with its sentence, and the changes that would settle it, likeliest first. */
export const Doubt = z
  .object({
    code: DoubtCode,
    message: z.string(),
    suggestions: z.array(z.object({ label: z.string(), patch: FigurePatch })),
  })
  .meta({ id: 'Doubt' });
export type Doubt = z.infer<typeof Doubt>;

/** A figure on the reviewer's desk. */
export const ReviewedFigure = z
  .object({
    figure: Figure,
    /** For the next decision on it. */
    etag: z.string(),
    verdict: Verdict.nullable(),
    /** False where a person decided on it but the latest extraction no longer finds it. */
    found: z.boolean(),
    /** Fields that a person set. */
    decided: z.array(z.string()),
    /** Where the latest extraction says otherwise than a person: field → what it says. */
    extractor: z.record(z.string(), z.unknown()),
    doubts: z.array(Doubt),
    /** Fields as stored that this version cannot show; `figure` has a stand-in for each, and a doubt says so. */
    unreadable: z.record(z.string(), z.unknown()).optional(),
    /** The sums, rates and the like of its report that come out right with it, as the record tells them. */
    agrees: z.array(z.string()).optional(),
    /** It agrees with a sum or rate of its report, nothing speaks against it, and its confidence is above 0.95. */
    sure: z.boolean(),
  })
  .meta({ id: 'ReviewedFigure' });
export type ReviewedFigure = z.infer<typeof ReviewedFigure>;

/** A person and the moment. */
const Deed = z.object({ who: z.string(), at: z.iso.datetime() });

export const Review = z
  .object({
    state: ReviewState,
    /** Who has it in hand: nobody else decides on its figures. */
    claimed: Deed.nullable(),
    reviewed: Deed.nullable(),
    approved: Deed.nullable(),
    /** A second reviewer, who does not see the first one's decisions. */
    second: z.object({ who: z.string(), state: z.enum(['open', 'finished']) }).nullable(),
    /** Both have finished once: each may see the other's work. Until then the second reviewer sees only their own layer. */
    compared: z.boolean().optional(),
    /** Changes with every action on the review, for If-Match. */
    etag: z.string(),
  })
  .meta({ id: 'Review' });
export type Review = z.infer<typeof Review>;

/** Which review a decision belongs to: the report's own, or the blind one of its second reviewer. */
export const ReviewLayer = z.enum(['first', 'second']).default('first');
export type ReviewLayer = z.infer<typeof ReviewLayer>;

/** The whole desk: the review and every figure as it stands in it, rejected ones too. */
export const Desk = z
  .object({
    review: Review,
    figures: z.array(ReviewedFigure),
    /** What is wrong with the report as a whole, each with its sentence. */
    notices: z.array(
      z.object({ code: z.enum(['older_schema', 'extracted_again', 'file_missing']), message: z.string() }),
    ),
  })
  .meta({ id: 'Desk' });
export type Desk = z.infer<typeof Desk>;

/** One change of a decision: to a figure as its tag has it, or a figure that was missed. */
export const Change = z
  .union([
    z.object({ figure: z.string(), etag: z.string(), patch: FigurePatch.omit({ reason: true }) }).strict(),
    z.object({ add: NewFigure.omit({ reason: true }) }).strict(),
  ])
  .meta({ id: 'Change' });
export type Change = z.infer<typeof Change>;

/** Changes that belong together (a merge, a split, accepting many, undoing): all are made or none. */
export const Decisions = z
  .object({
    changes: z.array(Change).min(1).max(10_000),
    reason: z.string().max(2000).optional(),
    layer: ReviewLayer,
  })
  .strict()
  .meta({ id: 'Decisions' });
export type Decisions = z.infer<typeof Decisions>;

/**
 * What became of decisions: each figure as it stands now, in the order of the changes. Where one had changed meanwhile
 * (412) the problem has `current`: the same list, without those that do not exist.
 */
export const Decided = z
  .object({
    review: Review,
    figures: z.array(ReviewedFigure),
    /** Others of which something else is said now: they share a sum, a rate or the like with one that changed. */
    affected: z.array(ReviewedFigure),
  })
  .meta({ id: 'Decided' });
export type Decided = z.infer<typeof Decided>;

/** What is done with a report as a whole. `to`: the account it is handed over to. */
export const ReviewAction = z
  .discriminatedUnion('action', [
    z.object({ action: z.literal('claim') }).strict(),
    z.object({ action: z.literal('release') }).strict(),
    z.object({ action: z.literal('hand_over'), to: z.string() }).strict(),
    z.object({ action: z.literal('finish') }).strict(),
    z.object({ action: z.literal('approve') }).strict(),
    z.object({ action: z.literal('reopen'), reason: z.string().trim().min(1).max(2000) }).strict(),
    z.object({ action: z.literal('start_second') }).strict(),
    z.object({ action: z.literal('finish_second') }).strict(),
  ])
  .meta({ id: 'ReviewAction' });
export type ReviewAction = z.infer<typeof ReviewAction>;

/** How far two independent reviewers agree: `kappa` (Cohen 1960) for fields that are codes, null for the others. */
export const Agreement = z
  .object({
    first: z.string(),
    second: z.string(),
    /** Figures that either of them kept; those that both kept. */
    figures: z.int(),
    both: z.int(),
    fields: z.array(
      z.object({ field: z.string(), same: z.int(), of: z.int(), share: z.number(), kappa: z.number().nullable() }),
    ),
    differences: z.array(z.object({ figure: z.string(), field: z.string(), first: z.unknown(), second: z.unknown() })),
  })
  .meta({ id: 'Agreement' });
export type Agreement = z.infer<typeof Agreement>;

/** What the signed-in person may do; each role may all that the one before may. */
export const AccountRole = z.enum(ACCOUNT_ROLES).meta({ id: 'AccountRole' });
export type AccountRole = z.infer<typeof AccountRole>;

/** An account as others see it. `name` is what the history shows. */
export const Account = z
  .object({ id: z.string(), name: z.string(), email: z.string(), role: AccountRole, disabled: z.boolean() })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof Account>;

/** Who is asking. `local`: no account was made, so whoever uses this machine is one person with every right. */
export const Me = z
  .object({
    id: z.string(),
    name: z.string(),
    role: AccountRole,
    local: z.boolean(),
    /** Signed in by a one-time password: nothing is open but choosing one's own. */
    passwordDue: z.boolean().optional(),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

/** Whoever uses this machine, as long as no account was made. */
export const LOCAL_PERSON: Me = { id: 'local', name: 'Người dùng máy này', role: 'administrator', local: true };

/** The words of a page with their places on it, in points from its top left corner; spans into the record's text. */
export const PageWords = z
  .object({
    number: z.int().min(1),
    width: z.number(),
    height: z.number(),
    words: z.array(
      z.object({
        start: z.int(),
        end: z.int(),
        x: z.number(),
        y: z.number(),
        width: z.number(),
        height: z.number(),
      }),
    ),
  })
  .meta({ id: 'PageWords' });
export type PageWords = z.infer<typeof PageWords>;
